import { Encrypter } from 'age-encryption';
import { strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeCaseFile } from '../../src/casefile/case-file';
import { visit } from '../../src/share/desk';
import { Exchange, newestWhole } from '../../src/share/folder';
import { BrokenSeal, isKeyFile, keyFile, newShareKey, openKeyFile, sealOf } from '../../src/share/seal';
import { Copy } from '../casefile/copies';
import { event } from '../make';
import { LocalFolder, TestDesk } from './desks';

const SECRETS = [
  'State v. Quillfeather',
  '24-CR-90417',
  'Officer Brannigan',
  'privileged remark',
  'Ada',
  'stopline',
];

describe('what lies in the folder of a share', () => {
  it('gives away no title, number, person or word, in no byte of any name or file', async () => {
    const key = await newShareKey();
    const seal = await sealOf(key);
    const copy = Copy.begun();
    const row = copy.content().case;
    copy.commit('named', [
      {
        table: 'cases',
        id: 'c',
        before: { title: row.title, number: '' },
        after: { title: SECRETS[0], number: SECRETS[1] },
      },
    ]);
    const folder = new LocalFolder();
    const desk = new TestDesk('a'.repeat(32), 'Ada', copy);
    const closed = await keyFile(key, 'a passphrase of six words');
    const own = {
      ...desk.own(),
      keyFile: closed,
      whole: async () => ({ bytes: await writeCaseFile(copy.content()), steps: [] }),
    };
    const exchange = new Exchange(seal, 'c');
    copy.commit('entered', [
      {
        table: 'events',
        id: 'e',
        before: null,
        after: event({
          ref: 'e',
          start: '14:00',
          actor: SECRETS[2] as string,
          description: SECRETS[3] as string,
        }),
      },
    ]);
    await desk.collect();
    await exchange.write(folder, { ...own, head: desk.own().head });
    expect(folder.files.size).toBe(3);
    for (const [name, { bytes }] of folder.files) {
      const text = `${name}\n${strFromU8(bytes, true)}`;
      for (const secret of [...SECRETS, 'c'.repeat(2), 'State v', 'a'.repeat(32), key])
        if (secret.length > 2)
          expect(text.toLowerCase().includes(secret.toLowerCase()), `${secret} in ${name}`).toBe(false);
      expect(name).toMatch(/^[0-9a-f]{32}\.age$/);
    }
    // And whoever has the passphrase has all of it.
    const keys = [...folder.files.values()].filter((f) => isKeyFile(f.bytes));
    expect(keys).toHaveLength(1);
    expect(await openKeyFile(keys[0]?.bytes as Uint8Array, 'a passphrase of six words')).toBe(key);
    const { bundle } = await newestWhole(folder, seal);
    expect(bundle).toMatchObject({ part: 'whole', caseId: 'c' });
  });

  it('is opened by no other passphrase', async () => {
    // As `keyFile` makes it, stretched for a moment only: each opening of one of full strength takes a second.
    const e = new Encrypter();
    e.setScryptWorkFactor(10);
    e.setPassphrase('a passphrase of six words');
    const key = await newShareKey();
    const closed = await e.encrypt(key);
    expect(isKeyFile(closed)).toBe(true);
    expect(await openKeyFile(closed, 'another')).toBeNull();
    expect(await openKeyFile(closed, 'a passphrase of six words')).toBe(key);
  });

  it('is named and left where its seal does not hold, and left unnamed where it is of another share', async () => {
    const [seal, other] = [await sealOf(await newShareKey()), await sealOf(await newShareKey())];
    const good = await seal.shut(new Uint8Array([1, 2, 3]));
    expect(await seal.open(good)).toEqual(new Uint8Array([1, 2, 3]));
    expect(await other.open(good)).toBeNull();
    for (const n of [0, 5, 40, 150, good.length - 1])
      await expect(seal.open(good.slice(0, n)), `cut to ${n}`).rejects.toThrow(BrokenSeal);
    for (let i = 0; i < good.length; i += 7) {
      const bad = good.slice();
      bad[i] = (bad[i] as number) ^ 4;
      // A flipped bit among the recipients may make it another share's; it never opens.
      expect(
        await seal.open(bad).catch((e: unknown) => (e instanceof BrokenSeal ? null : e)),
        `byte ${i}`,
      ).toBeNull();
    }
  });
});

describe('two devices at one folder', () => {
  const begun = async () => {
    const seal = await sealOf(await newShareKey());
    const base = Copy.begun();
    base.commit('entered', [
      { table: 'events', id: 'a', before: null, after: event({ ref: 'a', start: '14:00' }) },
    ]);
    const folder = new LocalFolder();
    const desks = ['Ada', 'Ben'].map(
      (who, i) => new TestDesk(String(i + 1).repeat(32), who, base.taken(who)),
    );
    for (const d of desks) d.keyFile = strToU8('age-encryption.org/v1\n-> scrypt of no use');
    const exchanges = desks.map(() => new Exchange(seal, 'c'));
    const go = (i: number) => visit(exchanges[i] as Exchange, folder, desks[i] as TestDesk);
    const set = (i: number, fields: object) => {
      const { copy } = desks[i] as TestDesk;
      const row = copy.rows.get('events')?.get('a') as { id: string };
      copy.commit('changed', [{ table: 'events', id: 'a', before: row, after: { ...row, ...fields } }]);
    };
    return {
      seal,
      folder,
      desks: desks as [TestDesk, TestDesk],
      exchanges: exchanges as [Exchange, Exchange],
      go,
      set,
    };
  };

  it('hold both edits of two fields, and name both of one until one of them settles it', async () => {
    const { desks, go, set } = await begun();
    set(0, { start: '14:02', page: '7' });
    set(1, { start: '14:03', actor: 'officer B' });
    for (const i of [0, 1, 0]) await go(i);
    for (const d of desks) {
      expect(d.copy.rows.get('events')?.get('a')).toMatchObject({
        start: '14:02',
        page: '7',
        actor: 'officer B',
      });
      expect(d.replica.conflicts()).toMatchObject([
        {
          table: 'events',
          id: 'a',
          field: 'start',
          base: '14:00',
          sides: [
            { who: 'Ada', value: '14:02' },
            { who: 'Ben', value: '14:03' },
          ],
        },
      ]);
    }
    // An edit in the knowledge of both settles it too.
    set(1, { start: '14:03:30' });
    for (const i of [1, 0]) await go(i);
    for (const d of desks) {
      expect(d.replica.conflicts()).toEqual([]);
      expect(d.copy.rows.get('events')?.get('a')).toMatchObject({ start: '14:03:30' });
    }
  });

  it('name a torn file and go on without it; see who was there up to where', async () => {
    const { folder, desks, exchanges, go, set } = await begun();
    set(0, { page: '7' });
    await go(0);
    await go(1);
    set(0, { page: '8' });
    await go(0);
    const log = [...folder.wrote].find(([, v]) => v.length === 2) as [string, Uint8Array[]];
    folder.put(log[0], (log[1][1] as Uint8Array).slice(0, 300));
    await go(1);
    expect([...exchanges[1].faults]).toEqual([
      [log[0], expect.stringMatching(/seal does not hold|cut short/)],
    ]);
    expect(desks[1].copy.rows.get('events')?.get('a')).toMatchObject({ page: '7' });
    // Its owner finds it torn, and writes it anew.
    await go(0);
    await go(1);
    expect(exchanges[1].faults.size).toBe(0);
    expect(desks[1].copy.rows.get('events')?.get('a')).toMatchObject({ page: '8' });
    await go(0);
    expect(exchanges[0].members.get(desks[1].device)).toMatchObject({
      who: 'Ben',
      knows: { [desks[0].device]: 2 },
    });
  });

  it('are alike after a month in which one was away and both worked; who joins late has all of it; who leaves is seen to', async () => {
    const { seal, folder, desks, exchanges, go, set } = await begun();
    const [ada, ben] = desks;
    for (const i of [0, 1]) await go(i);
    // Away: Ben works with no folder, Ada through more logs than one and a whole that is written anew.
    set(1, { start: '14:03', actor: 'officer B' });
    for (let day = 0; day < 230; day++) {
      set(0, { page: String(day) });
      if (day % 23 === 0) await go(0);
    }
    set(0, { start: '14:02' });
    await go(0);
    expect(folder.files.size).toBeGreaterThan(5);
    for (const i of [1, 0]) await go(i);
    for (const d of desks) {
      expect(d.copy.rows.get('events')?.get('a')).toMatchObject({ page: '229', actor: 'officer B' });
      expect(d.replica.conflicts().map((c) => c.field)).toEqual(['start']);
    }
    expect(exchanges[0].pool.waiting(ada.replica.vector)).toEqual([]);
    // Joining with nothing but one whole: the logs of everybody are lost.
    const wholes = [...folder.files].sort((a, b) => b[1].bytes.length - a[1].bytes.length);
    const late = new LocalFolder();
    late.put(wholes[0]?.[0] as string, wholes[0]?.[1].bytes as Uint8Array);
    const { bundle, devices } = await newestWhole(late, seal);
    expect(bundle?.steps.length).toBeGreaterThan(200);
    expect(devices.size).toBe(1);
    const cleo = new TestDesk('3'.repeat(32), 'Cleo', ada.copy.taken('Cleo'), bundle?.steps ?? []);
    cleo.keyFile = ada.keyFile;
    const third = new Exchange(seal, 'c');
    await visit(third, folder, cleo);
    expect(cleo.replica.vector).toEqual(ada.replica.vector);
    // Leaving: seen by the others, and what was done stays.
    ben.left = true;
    await go(1);
    await go(0);
    expect(exchanges[0].members.get(ben.device)).toMatchObject({ who: 'Ben', left: true });
    expect(exchanges[0].members.get(cleo.device)).toMatchObject({ who: 'Cleo', left: false });
    expect(ada.copy.rows.get('events')?.get('a')).toMatchObject({ actor: 'officer B' });
  });
});
