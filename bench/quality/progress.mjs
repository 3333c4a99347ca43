// Progress for whoever waits, on standard error, so that the tables can be piped.
const PARTS = 5;

/** One line. */
export const say = (text) => console.error(`  ${text}`);

/** Tells every fifth of something long. */
export const progress = (name, total) => {
  let told = 0;
  return (done) => {
    const part = Math.floor((done * PARTS) / total);
    if (part === told) return;
    told = part;
    say(`${name}: ${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`);
  };
};
