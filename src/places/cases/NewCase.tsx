import { Button, Group, Stack, TextInput } from '@mantine/core';
import { newCase } from '../../record/case';
import { NO_CHOICES } from '../../record/choices';
import { isZone } from '../../record/zone';
import { createCase } from '../../store/commands';
import { draftKey } from '../../store/drafts';
import { db } from '../../store/open';
import { askToPersist } from '../../store/quirks/storage';
import { hereZone } from '../../time/grammar/zones';
import { Dialog } from '../../ui/Dialog';
import { DraftNote } from '../../ui/DraftNote';
import { useFields } from '../../ui/use-fields';
import { WhoseLaw } from '../../ui/WhoseLaw';

const EMPTY = { title: '', number: '', court: '', choices: NO_CHOICES };

/** A new case: its names, its zone, the law that holds. */
export function NewCase({
  opened,
  onClose,
  onMade,
}: {
  opened: boolean;
  onClose: () => void;
  onMade: (id: string) => void;
}) {
  const { form, input, set, draft } = useFields({ ...EMPTY, zone: hereZone() }, draftKey('-', 'new case'));
  const { title, zone, ...more } = form.fields;
  const zoneError = isZone(zone) ? null : 'Write a zone such as America/Chicago.';
  const make = async (): Promise<void> => {
    if (title.trim() === '' || zoneError) return;
    const id = `case-${Date.now().toString(36)}`;
    await createCase(db, { ...newCase(id, title.trim(), zone, Date.now()), ...more });
    draft.drop();
    void askToPersist();
    onMade(id);
  };
  return (
    <Dialog opened={opened} onClose={onClose} title="New case">
      <form
        onSubmit={(e) => {
          e.preventDefault();
          void make();
        }}
      >
        <Stack gap="sm">
          <DraftNote at={draft.at} onDrop={draft.drop} />
          <TextInput label="Name" placeholder="State v. Doe" {...input('title')} required data-autofocus />
          <Group grow>
            <TextInput label="Case number" {...input('number')} />
            <TextInput label="Court" {...input('court')} />
          </Group>
          <TextInput
            label="Time zone of the case"
            description="The ruler shows this zone."
            {...input('zone')}
            error={zoneError}
          />
          <WhoseLaw
            of={more.choices}
            label="Whose law binds"
            description="Can be chosen later, and changed, under Case."
            onChange={(court) => set({ choices: { ...more.choices, ...court } })}
          />
          <Button type="submit" disabled={title.trim() === '' || zoneError !== null}>
            Create the case
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
