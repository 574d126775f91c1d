import { stampOf } from '../exhibits/stamp';
import { ofCase } from '../store/database';
import { db } from '../store/open';
import { today } from './today';

/** The words that the protective orders of a case put on what leaves today, read when it leaves; empty where there are none. */
export const stampNow = async (caseId: string): Promise<string> =>
  stampOf(await ofCase(db.protectiveOrders, caseId).toArray(), today());
