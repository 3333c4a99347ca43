/** Whose orders a lane is judged by: those of guests are nobody's relationship. */
export type JudgedOrders = 'orders' | 'orders of known customers';

/** Why nothing is judged in a period that has none of them. */
export const withoutOrders = (whose: JudgedOrders): string => `There are no completed ${whose} in this period`;
