import { Button, FileButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { takeCalendar } from '../../actions/calendar';
import type { DocketDate } from '../../record/docket';
import { run } from '../../ui/run';
import { saveFile } from '../../ui/save-file';
import css from './docket.module.css';

interface Props {
  readonly caseId: string;
  readonly zone: string;
  readonly number: string;
  readonly dates: readonly DocketDate[];
}

/** Calendar files: in, and out with nothing private in them. Their code loads when it is used. */
export function CalendarButtons({ caseId, zone, number, dates }: Props) {
  const [notices, setNotices] = useState<readonly string[]>([]);
  const save = async (): Promise<void> => {
    const { calendarEntries, calendarFile } = await import('../../exhibits/calendar');
    const { entries, left } = calendarEntries(dates, number);
    setNotices(
      left.length === 0
        ? []
        : [`${left.length} of ${dates.length} are not in it: they are off, or their day is not certain.`],
    );
    if (entries.length > 0) saveFile('docket.ics', 'text/calendar', calendarFile(entries, zone, Date.now()));
  };
  const take = async (file: File): Promise<void> => {
    const { readCalendar } = await import('../../intake/formats/calendar');
    try {
      const read = readCalendar(new Uint8Array(await file.arrayBuffer()), file.name, zone);
      const { act, says } = takeCalendar(caseId, dates, read.days);
      if (act) await run(act);
      setNotices([says, ...read.notices]);
    } catch (error) {
      notifications.show({
        color: 'red',
        title: `${file.name} was not taken`,
        message: error instanceof Error ? error.message : String(error),
        autoClose: false,
      });
    }
  };
  return (
    <>
      <FileButton onChange={(f) => f && void take(f)} accept=".ics,text/calendar">
        {(props) => (
          <Button {...props} size="compact-sm" variant="default">
            Calendar file in
          </Button>
        )}
      </FileButton>
      <Button
        size="compact-sm"
        variant="default"
        disabled={dates.length === 0}
        title="kind, day, hour, room, the number of the case and the words marked for it: nothing else leaves"
        onClick={() => void save()}
      >
        Calendar file out
      </Button>
      {notices.length > 0 && (
        <div role="status" className={css['empty']}>
          {notices.map((n) => (
            <div key={n}>{n}</div>
          ))}
        </div>
      )}
    </>
  );
}
