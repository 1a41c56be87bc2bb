/** What `data-saves-itself` says of a form whose questions are saved one by one. */
export const BY_QUESTION = 'by question';
