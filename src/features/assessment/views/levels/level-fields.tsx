import type { ReactNode } from 'react';
import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { describedBy, FieldNotes, FormGroup } from '../../../../views/forms/field-frame.tsx';
import { type Choice, ChoiceItem } from '../../../../views/forms/fields.tsx';
import type { QuestionView } from '../section-view.ts';
import type { LevelsView, LevelView } from './levels-view.ts';

interface LevelFieldsProps {
  readonly question: Pick<QuestionView, 'id' | 'label' | 'help' | 'chosen'>;
  readonly levels: LevelsView;
  readonly errors: readonly FieldError[];
  /** Stands between the question and its levels. */
  readonly children?: ReactNode;
}

/** A question answered by ticking what is met: its levels, lowest first, each with what it looks like and what it needs. */
export function LevelFields({ question, levels, errors, children }: LevelFieldsProps) {
  const field = { name: `answer-${question.id}`, label: question.label, hint: question.help, errors };
  const before = (index: number) =>
    levels.levels.slice(0, index).reduce((sum, { elements }) => sum + elements.length, 0);
  return (
    <FormGroup field={field}>
      <fieldset className="nhsuk-fieldset" {...describedBy(field)}>
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{field.label}</legend>
        <FieldNotes field={field} />
        {children}
        <div data-module="nhsuk-checkboxes">
          <ul className="ldr-levels">
            {levels.levels.map((level, index) => (
              <li key={level.option}>
                <LevelItem name={field.name} level={level} first={before(index)} chosen={question.chosen} />
              </li>
            ))}
          </ul>
          <Ticks
            name={field.name}
            choices={levels.alone}
            first={before(levels.levels.length)}
            chosen={question.chosen}
          />
        </div>
        <p className="ldr-level-saved">
          <strong>As saved:</strong>{' '}
          <span data-shown={levels.shownAs} role="status">
            {levels.saved}
          </span>
        </p>
      </fieldset>
    </FormGroup>
  );
}

interface TicksProps {
  readonly name: string;
  /** How many checkboxes of the field stand before these. */
  readonly first: number;
  readonly chosen: readonly string[];
}

function LevelItem({ name, level, first, chosen }: TicksProps & { readonly level: LevelView }) {
  if (level.elements.length === 0) {
    return (
      <>
        <p className="ldr-level__name">{level.label}</p>
        <p className="ldr-level__looks">{level.looksLike}</p>
      </>
    );
  }
  const id = `${name}-level-${level.option}`;
  return (
    <fieldset className="nhsuk-fieldset" aria-describedby={id}>
      <legend className="ldr-level__name">{level.label}</legend>
      <p className="ldr-level__looks" id={id}>
        {level.looksLike}
      </p>
      <Ticks name={name} choices={level.elements} first={first} chosen={chosen} />
    </fieldset>
  );
}

function Ticks({ name, choices, first, chosen }: TicksProps & { readonly choices: readonly Choice[] }) {
  return (
    <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
      {choices.map((choice, index) => (
        <ChoiceItem
          key={choice.value}
          kind="checkboxes"
          name={name}
          index={first + index}
          choice={choice}
          isChosen={chosen.includes(choice.value)}
        />
      ))}
    </div>
  );
}
