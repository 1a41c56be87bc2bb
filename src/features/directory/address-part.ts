import { NotFoundError } from '../../platform/http/problem.ts';
import { searchTerm } from './search-words.ts';

/**
 * A slug or code out of an address. What could not be one (control characters, blanks around it, endless text) is not found,
 * and never reaches the database.
 */
export function addressPart(part: string): string {
  if (part === '' || searchTerm(part) !== part) {
    throw new NotFoundError('There is nothing at this address. Check it, or search for the place by name.');
  }
  return part;
}
