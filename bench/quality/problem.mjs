/** Something about the data or the options that whoever runs the harness can put right: shown as one sentence, without a stack. */
export class QualityProblem extends Error {
  /** @param {string} message What is wrong, naming the folder, file, line or option. */
  constructor(message) {
    super(message);
    this.name = 'QualityProblem';
  }
}
