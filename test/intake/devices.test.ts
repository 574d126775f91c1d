import { describe, expect, it } from 'vitest';
import { recordFromFiles } from '../../src/intake/assemble';

const kinds = async (csv: string) => {
  const { record, refused } = await recordFromFiles(
    [{ name: 'x.csv', bytes: new TextEncoder().encode(csv) }],
    'America/Chicago',
  );
  expect(refused).toEqual([]);
  return record.events.map((e) => `${e.start.slice(-8)} ${e.kind}: ${e.description}`);
};

describe('tables of devices and of messages (made up)', () => {
  it('a tracker that says Stopped says so of its car', async () => {
    expect(
      await kinds(
        'Event Date,Event Time,Speed (mph),Event Type\n03/14/2024,14:24:10,71,Position\n03/14/2024,14:27:31,0,Stopped\n',
      ),
    ).toEqual(['14:24:10 note: Position', '14:27:31 note: Stopped']);
    expect(await kinds('Date,Time,Event\n03/14/2024,14:27:31,Stopped\n')).toEqual([
      '14:27:31 seizure-begins: Stopped',
    ]);
  });
  it('messages are at the time they were sent; the words of a stop may have a plate or a place behind them', async () => {
    expect(
      await kinds(
        'MsgNo,Sent,From,To,Text\n1,3/14/2024 14:28:11,3A14,DISP,T-STOP AB12345 IL I-55\n2,3/14/2024 14:31:55,3A14,3K9,can u come by my stop\n3,3/14/2024 14:52:10,3K9,3A14,alert\n',
      ),
    ).toEqual([
      '14:28:11 seizure-begins: T-STOP AB12345 IL I-55',
      '14:31:55 note: can u come by my stop',
      '14:52:10 alert: alert',
    ]);
  });
  it.each(['TRAFFIC STOP ended 3A14', 'traffic stop on video 14', 'T-stop cleared AB12345', 'TS request 12'])(
    '“%s” begins none',
    async (text) => {
      expect(await kinds(`Date,Time,Description\n3/14/2024,14:27,${text}\n`)).toEqual([
        `14:27 note: ${text}`,
      ]);
    },
  );
});
