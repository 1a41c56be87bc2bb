/** Which dates of a page go by the real time in a demonstration of the past: all of them, or those of people alone. */
export type RealDates = 'all' | 'people';

const words: Readonly<Record<RealDates, string>> = {
  all: 'Dates on this page are real ones: roles and sign-ins do not go by the day of the demonstration.',
  people:
    'What people do in the programme is dated by the day of the demonstration. Roles, invitations and sign-ins have their real dates.',
};

export function RealDatesNote({ which }: { readonly which: RealDates }) {
  return <p className="ldr-line-note">{words[which]}</p>;
}
