import pg from 'pg'

/** A table whose rows are counted, and the columns by which the counts are apart; names as PostgreSQL has them. */
export type KeptCounts = {
  readonly schema?: string
  readonly table: string
  readonly by: readonly [string, ...string[]]
}

/** The column of a table of counts that says how many rows; a change of several rows is one number, negative if they went. */
export const countColumn = 'row_count'

/** The table that keeps the counts, beside the table that is counted. */
export function countsTable(table: string): string {
  return `${table}_count`
}

/**
 * SQL for a migration: makes the table of counts, or makes it anew, and the triggers that keep it exact. Each statement
 * that changes rows appends what it changed, in its own transaction, so that counts are as fresh as the rows and no two
 * writers meet in one row. Nulls are a group of their own. Reading takes the sum, and {@link foldSql} keeps it short.
 */
export function keptCountsSql(counts: KeptCounts): string {
  const { source, kept, keep, index, by } = names(counts)
  const append = `insert into ${kept} (${by}, ${countColumn}) select ${by},`
  // The first trigger stops other writers until the migration ends, and so the last statement counts every row.
  return `
    drop table if exists ${kept};
    drop function if exists ${keep}() cascade;
    create table ${kept} as select ${by}, 0::bigint as ${countColumn}, false as folded from ${source} with no data;
    alter table ${kept} alter ${countColumn} set not null, alter folded set default false, alter folded set not null,
      set (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);
    create function ${keep}() returns trigger language plpgsql as $$ begin
      case tg_op
        when 'INSERT' then
          ${append} count(*) from came group by ${by};
        when 'DELETE' then
          ${append} -count(*) from went group by ${by};
        when 'UPDATE' then
          ${append} sum(change) from (select ${by}, 1 as change from came union all select ${by}, -1 from went) as changes
            group by ${by} having sum(change) <> 0;
        when 'TRUNCATE' then
          truncate ${kept};
      end case;
      return null;
    end $$;
    create trigger count_came after insert on ${source}
      referencing new table as came for each statement execute function ${keep}();
    create trigger count_went after delete on ${source}
      referencing old table as went for each statement execute function ${keep}();
    create trigger count_changed after update on ${source}
      referencing old table as went new table as came for each statement execute function ${keep}();
    create trigger count_truncated after truncate on ${source} for each statement execute function ${keep}();
    insert into ${kept} select ${by}, count(*), true from ${source} group by ${by};
    create index on ${kept} (${by}) include (${countColumn});
    create index ${index} on ${kept} (folded) where not folded;
    analyze ${kept};`
}

/**
 * SQL that makes one row of what was appended to each group since the last time; without any it does nothing. It is one
 * statement: interrupted it has done nothing, and several at once each take other rows.
 */
export function foldSql(counts: KeptCounts): string {
  const { kept, by, columns } = names(counts)
  // As arrays, because these call nulls equal, and can be hashed.
  const group = `array[${columns.map((column) => `${column}::text collate "C"`).join(', ')}]`
  return `
    with taken as (
      delete from ${kept} where ctid = any(array(
        select ctid from ${kept} where ${group} in (select ${group} from ${kept} where not folded) for update skip locked
      )) returning *
    )
    insert into ${kept} select ${by}, sum(${countColumn}), true from taken group by ${by} having sum(${countColumn}) <> 0`
}

function names({ schema, table, by }: KeptCounts) {
  const quote = (name: string) => {
    if (Buffer.byteLength(name) > 63) throw new Error(`PostgreSQL would cut the name "${name}": use a shorter one.`)
    return pg.escapeIdentifier(name)
  }
  const inSchema = (name: string) => (schema === undefined ? '' : `${quote(schema)}.`) + quote(name)
  const kept = countsTable(table)
  const columns = by.map(quote)
  return {
    source: inSchema(table),
    kept: inSchema(kept),
    keep: inSchema(`keep_${kept}`),
    index: quote(`${kept}_unfolded`),
    columns,
    by: columns.join(', '),
  }
}
