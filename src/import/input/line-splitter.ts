/** One physical line of the input; `text` is null when it was too long to hold. */
export interface PhysicalLine {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string | null;
}

/** Longest line in characters; what is longer is refused without being held. */
export const LONGEST_LINE = 1_048_576;

/** Character encodings of input files; latin1 is read as Windows-1252, as browsers do. */
export const ENCODINGS = ['utf8', 'latin1'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Cuts bytes into lines, ended by LF or CRLF, holding one unfinished line at most. A byte order mark in front is dropped. */
export class LineSplitter {
  readonly #decoder: InstanceType<typeof TextDecoder>;
  #rest = '';
  #tooLong = false;
  #line = 0;

  constructor(encoding: Encoding) {
    this.#decoder = new TextDecoder(encoding === 'utf8' ? 'utf-8' : 'windows-1252');
  }

  /** The lines that these bytes complete. */
  push(bytes: Uint8Array): readonly PhysicalLine[] {
    return this.#split(this.#decoder.decode(bytes, { stream: true }));
  }

  /** The last line, when no line end followed it. */
  end(): readonly PhysicalLine[] {
    const lines = [...this.#split(this.#decoder.decode())];
    if (this.#rest !== '' || this.#tooLong) lines.push(this.#finish(''));
    return lines;
  }

  #split(text: string): readonly PhysicalLine[] {
    const lines: PhysicalLine[] = [];
    let from = 0;
    for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
      lines.push(this.#finish(text.slice(from, to)));
      from = to + 1;
    }
    this.#keep(text.slice(from));
    return lines;
  }

  #keep(piece: string): void {
    if (this.#tooLong || this.#rest.length + piece.length > LONGEST_LINE) {
      this.#tooLong = true;
      this.#rest = '';
    } else this.#rest += piece;
  }

  #finish(piece: string): PhysicalLine {
    this.#keep(piece);
    const text = this.#tooLong ? null : this.#rest.replace(/\r$/, '');
    this.#rest = '';
    this.#tooLong = false;
    this.#line += 1;
    return { line: this.#line, text };
  }
}
