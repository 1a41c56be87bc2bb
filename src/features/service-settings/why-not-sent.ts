/** What a mail server said, or that none was reached: then there are only the words of the network. */
export function whyNotSent(reason: string): string {
  return /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)\b/.test(reason)
    ? `No mail server answers at this address: ${reason}`
    : `The mail server said: ${reason}`;
}
