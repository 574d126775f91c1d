import type { ProtectiveOrder } from '../record/productions';
import { dayNumber, daysOf } from '../time/days';
import { oneLine } from './printable';

/** Protective orders in force on a day: an order whose last day is uncertain is in force through the latest it can be. */
export const ordersInForce = (orders: readonly ProtectiveOrder[], day: string): ProtectiveOrder[] =>
  orders.filter((o) => (daysOf(o.until)?.max ?? Number.POSITIVE_INFINITY) >= dayNumber(day));

/** The words that protective orders put on what leaves on that day; empty where there are none. */
export const stampOf = (orders: readonly ProtectiveOrder[], day: string): string =>
  [...new Set(ordersInForce(orders, day).map((o) => oneLine(o.stamp, 200)))].filter(Boolean).join(' · ');
