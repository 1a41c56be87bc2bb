/** A fault whose message alone tells the person at the console what is wrong and what to do; it is printed without a stack. */
export abstract class ExplainedError extends Error {}
