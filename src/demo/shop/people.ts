import { createRandom } from './random.js';
import { PERSONAS, type Persona } from './personas.js';

/** A made-up customer and what they are like. */
export interface Shopper {
  readonly id: string;
  readonly name: string;
  readonly personas: readonly Persona[];
}

const FIRST_NAMES = [
  'Amelia', 'Arjun', 'Beatrice', 'Callum', 'Chidi', 'Daisy', 'Dev', 'Eilidh', 'Elif', 'Farah', 'Finlay', 'Grace', 'Gwen', 'Hamza', 'Imogen',
  'Isla', 'Jakub', 'Joan', 'Kofi', 'Leila', 'Liam', 'Maeve', 'Marcus', 'Mei', 'Nadia', 'Niamh', 'Oscar', 'Owen', 'Priya', 'Rhys', 'Rosa',
  'Sam', 'Sofia', 'Tariq', 'Tess', 'Uma', 'Victor', 'Wanda', 'Yusuf', 'Zoe',
];

const LAST_NAMES = [
  'Abbott', 'Adeyemi', 'Ashworth', 'Bailey', 'Baptiste', 'Campbell', 'Chowdhury', 'Clarke', 'Davies', 'Doyle', 'Edwards', 'Fraser', 'Gill',
  'Hughes', 'Hussain', 'Jones', 'Kaur', 'Kowalski', 'Lewis', 'MacLeod', 'Marsh', 'Mensah', 'Nguyen', 'Okafor', 'Patel', 'Pearce', 'Reid',
  'Rowe', 'Shah', 'Singh', 'Stone', 'Thomas', 'Walsh', 'Watson', 'Webb', 'Wood', 'Wright', 'Yilmaz', 'Young', 'Zhang',
];

const shopper = (seed: number, id: string): Shopper => {
  const random = createRandom(seed, `person ${id}`);
  const main = random.pickWeighted(PERSONAS, ({ weight }) => weight);
  const second = random.chance(0.3) ? random.pickWeighted(PERSONAS, ({ weight }) => weight) : undefined;
  return {
    id,
    name: `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`,
    personas: [...new Set([main, second])].filter((persona) => persona !== undefined),
  };
};

/** So many people with the prefix and a number for an id: c-0001. */
export const inventPeople = (seed: number, prefix: string, howMany: number): readonly Shopper[] =>
  Array.from({ length: howMany }, (_, at) => shopper(seed, `${prefix}-${String(at + 1).padStart(4, '0')}`));
