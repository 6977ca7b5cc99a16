import type { ShopMigration } from './migration.ts'

/**
 * Journals as they arrived, and what tickets say in plain columns for whoever asks in SQL (docs/head-office.md). Amounts are
 * centimes; what a refund gave back is below zero. Every key begins with the shop: Citus asks for that, and a shop's rows
 * stay on one machine.
 */
export const journals: ShopMigration = {
  version: 1,
  statements: [
    `CREATE TABLE IF NOT EXISTS tills (
      shop text NOT NULL, till text NOT NULL, seq bigint NOT NULL, hash text NOT NULL, public_key text,
      sealed_seq bigint NOT NULL, last_ticket bigint NOT NULL, first_arrived_at timestamptz NOT NULL, arrived_at timestamptz NOT NULL,
      PRIMARY KEY (shop, till))`,
    `CREATE TABLE IF NOT EXISTS journal (
      shop text NOT NULL, till text NOT NULL, seq bigint NOT NULL, utc_ms bigint NOT NULL,
      offset_minutes int NOT NULL, by_name text NOT NULL, kind text NOT NULL, body text NOT NULL,
      previous_hash text NOT NULL, hash text NOT NULL, PRIMARY KEY (shop, till, seq))`,
    `CREATE TABLE IF NOT EXISTS journal_forks (
      shop text NOT NULL, till text NOT NULL, seq bigint NOT NULL, stored_hash text NOT NULL,
      offered_hash text NOT NULL, offered_body text NOT NULL, seen_at timestamptz NOT NULL,
      PRIMARY KEY (shop, till, seq, offered_hash))`,
    `CREATE TABLE IF NOT EXISTS tickets (
      shop text NOT NULL, till text NOT NULL, number bigint NOT NULL, seq bigint NOT NULL, kind text NOT NULL,
      business_day date NOT NULL, shift_id text NOT NULL, cashier text NOT NULL, language text NOT NULL,
      made_at timestamptz NOT NULL, gross bigint NOT NULL, discounts bigint NOT NULL, rounding bigint NOT NULL,
      refund_of bigint, PRIMARY KEY (shop, till, number))`,
    'CREATE INDEX IF NOT EXISTS tickets_by_day ON tickets (shop, business_day)',
    `CREATE TABLE IF NOT EXISTS ticket_lines (
      shop text NOT NULL, till text NOT NULL, number bigint NOT NULL, line int NOT NULL, sku text NOT NULL,
      name text NOT NULL, category text NOT NULL, is_piece boolean NOT NULL, quantity bigint NOT NULL,
      gross bigint NOT NULL, discount bigint NOT NULL, vat_class text NOT NULL, owner text NOT NULL,
      owner_due bigint NOT NULL, PRIMARY KEY (shop, till, number, line))`,
    `CREATE TABLE IF NOT EXISTS ticket_tenders (
      shop text NOT NULL, till text NOT NULL, number bigint NOT NULL, part int NOT NULL, kind text NOT NULL,
      amount bigint NOT NULL, PRIMARY KEY (shop, till, number, part))`,
    `CREATE TABLE IF NOT EXISTS ticket_vat (
      shop text NOT NULL, till text NOT NULL, number bigint NOT NULL, vat_class text NOT NULL, net bigint NOT NULL,
      vat bigint NOT NULL, gross bigint NOT NULL, PRIMARY KEY (shop, till, number, vat_class))`,
    `CREATE TABLE IF NOT EXISTS shifts (
      shop text NOT NULL, till text NOT NULL, shift_id text NOT NULL, business_day date NOT NULL,
      cashier text NOT NULL, opened_at timestamptz NOT NULL, float_amount bigint NOT NULL, closed_at timestamptz,
      expected bigint, counted bigint, difference bigint, PRIMARY KEY (shop, till, shift_id))`,
    `CREATE OR REPLACE VIEW day_totals AS
      SELECT t.shop, t.till, t.business_day, sum(t.sale)::bigint AS sales, sum(1 - t.sale)::bigint AS refunds,
        sum(t.gross)::bigint AS gross, sum(t.discounts)::bigint AS discounts, sum(t.rounding)::bigint AS rounding,
        coalesce(sum(v.vat), 0)::bigint AS vat, coalesce(sum(p.cash), 0)::bigint AS cash,
        coalesce(sum(p.card), 0)::bigint AS card, coalesce(sum(p.mobile), 0)::bigint AS mobile,
        coalesce(sum(p.transfer), 0)::bigint AS transfer, coalesce(sum(p.cheque), 0)::bigint AS cheque
      FROM (SELECT shop, till, number, business_day, CASE WHEN kind = 'sale' THEN 1 ELSE 0 END AS sale, gross,
          discounts, rounding FROM tickets) t
      LEFT JOIN (SELECT shop, till, number, sum(vat) AS vat FROM ticket_vat GROUP BY shop, till, number) v
        ON v.shop = t.shop AND v.till = t.till AND v.number = t.number
      LEFT JOIN (SELECT shop, till, number,
          sum(CASE WHEN kind = 'cash' THEN amount ELSE 0 END) AS cash,
          sum(CASE WHEN kind = 'card' THEN amount ELSE 0 END) AS card,
          sum(CASE WHEN kind = 'mobile' THEN amount ELSE 0 END) AS mobile,
          sum(CASE WHEN kind = 'transfer' THEN amount ELSE 0 END) AS transfer,
          sum(CASE WHEN kind = 'cheque' THEN amount ELSE 0 END) AS cheque
        FROM ticket_tenders GROUP BY shop, till, number) p
        ON p.shop = t.shop AND p.till = t.till AND p.number = t.number
      GROUP BY t.shop, t.till, t.business_day`,
  ],
}
