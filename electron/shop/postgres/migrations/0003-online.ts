import type { ShopMigration } from './migration.ts'

/** What the marketplace took for the shop: a tender of its own. A view keeps its columns and gets new ones at its end. */
export const online: ShopMigration = {
  version: 3,
  statements: [
    `CREATE OR REPLACE VIEW day_totals AS
      SELECT t.shop, t.till, t.business_day, sum(t.sale)::bigint AS sales, sum(1 - t.sale)::bigint AS refunds,
        sum(t.gross)::bigint AS gross, sum(t.discounts)::bigint AS discounts, sum(t.rounding)::bigint AS rounding,
        coalesce(sum(v.vat), 0)::bigint AS vat, coalesce(sum(p.cash), 0)::bigint AS cash,
        coalesce(sum(p.card), 0)::bigint AS card, coalesce(sum(p.mobile), 0)::bigint AS mobile,
        coalesce(sum(p.transfer), 0)::bigint AS transfer, coalesce(sum(p.cheque), 0)::bigint AS cheque,
        coalesce(sum(p.online), 0)::bigint AS online
      FROM (SELECT shop, till, number, business_day, CASE WHEN kind = 'sale' THEN 1 ELSE 0 END AS sale, gross,
          discounts, rounding FROM tickets) t
      LEFT JOIN (SELECT shop, till, number, sum(vat) AS vat FROM ticket_vat GROUP BY shop, till, number) v
        ON v.shop = t.shop AND v.till = t.till AND v.number = t.number
      LEFT JOIN (SELECT shop, till, number,
          sum(CASE WHEN kind = 'cash' THEN amount ELSE 0 END) AS cash,
          sum(CASE WHEN kind = 'card' THEN amount ELSE 0 END) AS card,
          sum(CASE WHEN kind = 'mobile' THEN amount ELSE 0 END) AS mobile,
          sum(CASE WHEN kind = 'transfer' THEN amount ELSE 0 END) AS transfer,
          sum(CASE WHEN kind = 'cheque' THEN amount ELSE 0 END) AS cheque,
          sum(CASE WHEN kind = 'online' THEN amount ELSE 0 END) AS online
        FROM ticket_tenders GROUP BY shop, till, number) p
        ON p.shop = t.shop AND p.till = t.till AND p.number = t.number
      GROUP BY t.shop, t.till, t.business_day`,
  ],
}
