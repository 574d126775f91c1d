import { Button, TextInput } from '@mantine/core';
import { changeClient } from '../../actions/client';
import { type ClientEntry, isDocumented } from '../../record/client';
import { draftKey } from '../../store/drafts';
import { dayNumber, daysOf, printCount, printDays } from '../../time/days';
import { run } from '../../ui/run';
import { useDraftText } from '../../ui/use-draft';
import css from './client.module.css';
import { KIND_SAYS } from './fields';

interface Props {
  readonly caseId: string;
  readonly entries: readonly ClientEntry[];
  readonly day: string;
}

/** What is still to be asked for, from whom and since when: undocumented entries that are not ahead, by whom they were asked of. */
export function StillToAsk({ caseId, entries, day }: Props) {
  const now = dayNumber(day);
  const open = entries.filter((e) => !isDocumented(e) && (daysOf(e.day)?.min ?? now) <= now);
  const groups = new Map<string, ClientEntry[]>();
  for (const e of open) {
    const key = `${e.askedOf}\n${e.askedOn}`;
    groups.set(key, [...(groups.get(key) ?? []), e]);
  }
  if (open.length === 0) return null;
  return (
    <section className={css['section']} aria-label="Still to be asked for">
      <h2>Still to be asked for</h2>
      <ul className={css['counts']}>
        {[...groups].slice(0, 40).map(([key, list]) => (
          <li key={key}>
            <Group caseId={caseId} list={list} day={day} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Group({
  caseId,
  list,
  day,
  now,
}: {
  caseId: string;
  list: ClientEntry[];
  day: string;
  now: number;
}) {
  const first = list[0] as ClientEntry;
  const [whom, setWhom] = useDraftText(draftKey(caseId, 'asked of', first.id));
  const asked = daysOf(first.askedOn);
  const what = list
    .slice(0, 5)
    .map((e) => {
      const d = daysOf(e.day);
      return `${KIND_SAYS[e.kind].toLowerCase()} of ${d ? printDays(d) : e.day}`;
    })
    .join('; ');
  const more = list.length > 5 ? `; and ${list.length - 5} more` : '';
  if (first.askedOf !== '')
    return (
      <>
        Of {first.askedOf}
        {asked
          ? `, since ${printDays(asked)} (${printCount({ min: Math.max(0, now - asked.max), max: Math.max(0, now - asked.min) })})`
          : ''}
        : {what}
        {more}
      </>
    );
  return (
    <>
      Of nobody yet: {what}
      {more}
      <form
        className={css['bar']}
        onSubmit={(e) => {
          e.preventDefault();
          if (whom.trim() !== '')
            void run(
              changeClient(caseId, list, { askedOf: whom.trim(), askedOn: day }, 'Document asked for'),
            );
        }}
      >
        <TextInput
          size="xs"
          aria-label="Asked of"
          placeholder="the clinic"
          value={whom}
          onChange={(e) => setWhom(e.currentTarget.value)}
        />
        <Button size="compact-sm" type="submit" variant="default" disabled={whom.trim() === ''}>
          Asked today
        </Button>
      </form>
    </>
  );
}
