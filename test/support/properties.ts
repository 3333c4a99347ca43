import fc from 'fast-check';

/** One seed for every run, so that a test that is green stays green; another seed looks at other cases. */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_120) });
