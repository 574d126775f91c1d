import { Checkbox } from '@mantine/core';
import type { HearingStep } from '../../record/paper';

/** How a clip is shown: again and again, on the whole wall, with what is said. */
export function ClipSettings({
  step,
  name,
  onChange,
}: {
  step: HearingStep;
  name: string;
  onChange: (step: HearingStep) => void;
}) {
  const box = (label: string, checked: boolean, next: (on: boolean) => HearingStep) => (
    <Checkbox
      size="xs"
      label={label}
      aria-label={`${label}: ${name}`}
      checked={checked}
      onChange={(e) => onChange(next(e.currentTarget.checked))}
    />
  );
  return (
    <span className="row-tools">
      {typeof step.to === 'number' &&
        box('again and again', step.loops ?? false, (loops) => ({ ...step, loops }))}
      {box('fills the wall', step.fills ?? false, (fills) => ({ ...step, fills }))}
      {box('what is said', step.captions ?? true, (captions) => ({ ...step, captions }))}
    </span>
  );
}
