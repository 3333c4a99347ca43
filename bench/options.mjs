// What a measurement is asked for on the command line. Whoever asks for what there is not hears so in one sentence, and how to ask.
import { parseArgs } from 'node:util';

const numberFrom = (text) => {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) || value < 0 ? null : value;
};

const numbersFrom = (text) => {
  const values = text.split(',').map(numberFrom);
  return values.includes(null) ? null : values;
};

/** What each type of option takes, by name: how it is read (null where it is wrong), and what to give. */
const TYPES = {
  text: { read: (text) => text, give: 'text' },
  number: { read: numberFrom, give: 'a number' },
  numbers: { read: numbersFrom, give: 'numbers, separated by commas' },
};

/** Ends the process with 2, after one sentence and how the script is used. */
export const refuse = (usage, sentence) => {
  console.error(`${sentence}\nUsage: ${usage}`);
  process.exit(2);
};

const parsed = (usage, words, options, positionals) => {
  const flags = Object.entries(options).map(([name, { type }]) => [name, { type: type === 'flag' ? 'boolean' : 'string' }]);
  try {
    return parseArgs({ args: words, options: { ...Object.fromEntries(flags), help: { type: 'boolean', short: 'h' } }, allowPositionals: positionals !== undefined });
  } catch (error) {
    // Its first sentence says what is wrong; the others are advice for whoever writes programs.
    return refuse(usage, error.message.split('. ')[0].replace(/\.?$/, '.'));
  }
};

const valueOf = (usage, name, { type, default: usual }, given) => {
  if (type === 'flag') return given ?? false;
  if (given === undefined) return usual;
  return TYPES[type].read(given) ?? refuse(usage, `Give --${name} ${TYPES[type].give}, not '${given}'.`);
};

const checkedPositionals = (usage, given, { name, type, least = 0, most = Infinity }) => {
  if (given.length < least || given.length > most) refuse(usage, `Give ${least === most ? least : `${least} to ${most}`} of ${name}, not ${given.length}.`);
  return given.map((text) => TYPES[type].read(text) ?? refuse(usage, `Give ${name} as ${TYPES[type].give}, not '${text}'.`));
};

/**
 * What a script was asked for. Ends the process with 2 where that is wrong, and with 0 after the usage where --help is given.
 * @param {string} usage One line: `node bench/… [--rounds N]`.
 * @param {Record<string, { type: 'text' | 'number' | 'numbers' | 'flag', default?: unknown }>} options
 * @param {{ name: string, type: 'text' | 'number', least?: number, most?: number }} [positionals] Absent where there are none.
 * @param {string[]} [words]
 */
export const optionsOf = (usage, options = {}, positionals = undefined, words = process.argv.slice(2)) => {
  const { values, positionals: others } = parsed(usage, words, options, positionals);
  if (values.help === true) {
    console.log(`Usage: ${usage}`);
    process.exit(0);
  }
  return {
    values: Object.fromEntries(Object.entries(options).map(([name, option]) => [name, valueOf(usage, name, option, values[name])])),
    positionals: positionals === undefined ? [] : checkedPositionals(usage, others, positionals),
  };
};
