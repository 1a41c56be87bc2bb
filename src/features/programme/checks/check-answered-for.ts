import type { AtPath, PackProblem } from '../pack-fault.ts';
import type { WrittenInstrument, WrittenTheme } from '../sound-pack.ts';

type Themes = readonly AtPath<WrittenTheme>[];

/** Only where each care setting is assessed by itself is there anything to be answered once for all of them. */
export function checkAnsweredOnce({ id, returns }: WrittenInstrument, themes: Themes): PackProblem[] {
  const once = themes.filter(isAnsweredOnce);
  return returns === 'per-organisation'
    ? once.map(({ value, path }) => ({
        path: [...path, 'answered'],
        message: `"${value.id}" is answered once for the organisation, but "${id}" does not have "returns: per-setting"`,
      }))
    : checkHanging(once, 'is answered once for the organisation');
}

/** What an organisation of a group takes from another must not hang on what it answers by itself. */
export function checkSharedInGroup(themes: Themes): PackProblem[] {
  return checkHanging(themes.filter(isShared), 'may be shared in a group');
}

/** Each care setting must have something to answer by itself, and where a group answers together each of its organisations must. */
export function checkLeftToSetting(
  careSettings: ReadonlySet<string>,
  { value: { id, returns }, path }: AtPath<WrittenInstrument>,
  themes: Themes,
): PackProblem[] {
  const leftBy = (isGivenAway: (theme: AtPath<WrittenTheme>) => boolean) =>
    [...careSettings].filter(
      (setting) =>
        isPut(themes.filter(isGivenAway), setting) &&
        !isPut(
          themes.filter((theme) => !isGivenAway(theme)),
          setting,
        ),
    );
  const isBySetting = returns === 'per-setting';
  const once = isBySetting ? leftBy(isAnsweredOnce) : [];
  // What is answered once for several settings is not answered in each of them either.
  const inGroup = leftBy((theme) => isShared(theme) || (isBySetting && isAnsweredOnce(theme)));
  return [
    ...once.map((setting) => ({
      path: [...path, 'returns'],
      message: `the instrument "${id}" leaves nothing for the care setting "${setting}" to answer by itself`,
    })),
    ...inGroup
      .filter((setting) => !once.includes(setting))
      .map((setting) => ({
        path: [...path, 'themes'],
        message: `the instrument "${id}" leaves nothing for an organisation of a group to answer by itself in the care setting "${setting}"`,
      })),
  ];
}

/** Questions of these themes that hang on one that is not in any of them. */
function checkHanging(themes: Themes, why: string): PackProblem[] {
  const inside = new Set(
    themes.flatMap(({ value }) => value.sections.flatMap(({ questions }) => questions.map(({ id }) => id))),
  );
  return themes.flatMap(({ value, path }) =>
    value.sections.flatMap(({ questions }, section) =>
      questions.flatMap(({ id, when: condition }, index) =>
        condition === null || inside.has(condition.question)
          ? []
          : [
              {
                path: [...path, 'sections', section, 'questions', index, 'when'],
                message: `"${id}" ${why}, and hangs on "${condition.question}", which is not`,
              },
            ],
      ),
    ),
  );
}

function isPut(themes: Themes, setting: string): boolean {
  return themes.some(({ value }) =>
    value.sections.some(({ questions }) =>
      questions.some(({ careSettings }) => careSettings.length === 0 || careSettings.includes(setting)),
    ),
  );
}

function isAnsweredOnce({ value }: AtPath<WrittenTheme>): boolean {
  return value.answered === 'organisation';
}

function isShared({ value }: AtPath<WrittenTheme>): boolean {
  return value.sharedInGroup;
}
