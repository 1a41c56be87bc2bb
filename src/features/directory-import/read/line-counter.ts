function countOf(text: string, sought: string): number {
  let count = 0;
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + sought.length)) {
    count += 1;
  }
  return count;
}

/** Knows the line, from 1, that text handed on in pieces has reached; LF, CRLF and CR alone each end a line. */
export class LineCounter {
  #line = 1;
  #endedInReturn = false;

  get line(): number {
    return this.#line;
  }

  pass(text: string): void {
    if (text === '') {
      return;
    }
    const halvesOfOne = this.#endedInReturn && text.startsWith('\n') ? 1 : 0;
    this.#line += countOf(text, '\n') + countOf(text, '\r') - countOf(text, '\r\n') - halvesOfOne;
    this.#endedInReturn = text.endsWith('\r');
  }
}
