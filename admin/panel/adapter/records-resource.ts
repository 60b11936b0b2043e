import { Resource as TypeormResource } from '@adminjs/typeorm';
import { type ActionContext, type BaseProperty, BaseRecord, type Filter, ForbiddenError } from 'adminjs';
import type { BaseEntity } from 'typeorm';
import { type Caller, can } from '../../../server/core/access.ts';
import { invalide, nonIdentifie, Problem } from '../../../server/core/errors.ts';
import { say } from '../../../server/core/messages/messages.ts';
import { parseQuery } from '../../../server/core/query/parse.ts';
import { labelOf, type Resource, resourceOf } from '../../../server/core/resource.ts';
import type { Guichet } from '../../../server/guichet.ts';
import { callerIn } from '../person.ts';
import { said } from '../problems.ts';
import { FieldProperty, VirtualProperty } from './field-property.ts';
import { sentBy } from './filters.ts';
import { PanelDecorator } from './panel-decorator.ts';
import { bodyOf, newBodyOf, paramsOf, type Values } from './values.ts';

const PAGE_MAX = 200;

interface Options {
  limit?: number;
  offset?: number;
  sort?: { sortBy?: string; direction?: 'asc' | 'desc' };
}

/**
 * A resource of the engine as AdminJS sees it. The ORM's adapter reads the columns; every row goes through
 * `records`, as the person in the context. Without one nothing is read or written.
 */
export class RecordsResource extends TypeormResource {
  private readonly shown: Map<string, BaseProperty>;

  constructor(
    private readonly guichet: Guichet,
    readonly declared: Resource,
  ) {
    super(modelOf(guichet, declared));
    const columns = new Map(super.properties().map((property) => [property.path(), property]));
    const fields = [...declared.fields.values()].map(
      (field, i) => new FieldProperty(field, columns.get(field.name), i),
    );
    const virtual = [
      new VirtualProperty('libelle'),
      ...(declared.search.length > 0 ? [new VirtualProperty('recherche')] : []),
    ];
    this.shown = new Map([...virtual, ...fields].map((property) => [property.path(), property]));
  }

  override id(): string {
    return this.declared.name;
  }

  override name(): string {
    return this.declared.name;
  }

  override properties() {
    return [...this.shown.values()] as ReturnType<TypeormResource['properties']>;
  }

  override property(path: string) {
    return (this.shown.get(path) ?? null) as ReturnType<TypeormResource['property']>;
  }

  override assignDecorator(...[admin, options]: Parameters<TypeormResource['assignDecorator']>): void {
    this._decorated = new PanelDecorator({ resource: this, admin, options: options ?? {} }, this.declared);
  }

  override async find(filter: Filter, options: Options, context?: ActionContext): Promise<BaseRecord[]> {
    const size = Math.min(Math.max(Math.trunc(Number(options.limit)) || 25, 1), PAGE_MAX);
    const page = Math.floor((Number(options.offset) || 0) / size) + 1;
    return this.as(context, async (caller) => {
      const sent: [string, string][] = [
        ...sentBy(this.declared, filter.filters),
        ['page', String(page)],
        ['page_size', String(size)],
        ...order(options),
      ];
      const query = parseQuery(caller.actor, this.declared, sent);
      const { results } = await this.guichet.records.list(caller, this.declared, query);
      return (JSON.parse(results) as Values[]).map((row) => this.record(caller, row));
    });
  }

  override async count(filter: Filter, context?: ActionContext): Promise<number> {
    return this.as(context, async (caller) => {
      const query = parseQuery(caller.actor, this.declared, sentBy(this.declared, filter.filters));
      // A number that opened this list has been counted to the last row.
      query.exact = query.filters.length > 0;
      return (await this.guichet.records.count(caller, this.declared, query)).count;
    });
  }

  override async findOne(id: string | number, context?: ActionContext): Promise<BaseRecord | null> {
    if (!/^[1-9]\d{0,14}$/.test(String(id))) return null;
    return this.as(context, async (caller) => {
      try {
        const { json } = await this.guichet.records.get(caller, this.declared, Number(id));
        return this.record(caller, JSON.parse(json));
      } catch (error) {
        if (error instanceof Problem && error.status === 404) return null;
        throw error;
      }
    });
  }

  /** Only what names the rows: more is not asked for in bulk. */
  override async findMany(ids: (string | number)[], context?: ActionContext): Promise<BaseRecord[]> {
    const keys = [...new Set(ids.map(String))].filter((id) => /^[1-9]\d{0,14}$/.test(id)).slice(0, PAGE_MAX);
    return this.as(context, async (caller) => {
      if (keys.length === 0) return [];
      const sent: [string, string][] = [
        ['id__in', keys.join(',')],
        ['fields', 'revision,libelle'],
        ['page_size', String(PAGE_MAX)],
        ['cursor', ''],
      ];
      const query = parseQuery(caller.actor, this.declared, sent);
      const { results } = await this.guichet.records.list(caller, this.declared, query);
      return (JSON.parse(results) as Values[]).map((row) => this.record(caller, row));
    });
  }

  override async create(params: Values, context?: ActionContext): Promise<Values> {
    return this.as(context, async (caller) => {
      const row = await this.guichet.records.create(caller, this.declared, newBodyOf(this.declared, params));
      return paramsOf(this.declared, row);
    });
  }

  override async update(id: string | number, params: Values, context?: ActionContext): Promise<Values> {
    return this.as(context, async (caller) => {
      const body = bodyOf(this.declared, params);
      if (typeof body.revision !== 'number') throw invalide({ revision: [{ key: 'obligatoire' }] });
      const row = await this.guichet.records.update(caller, this.declared, Number(id), body, {
        revision: body.revision,
      });
      return paramsOf(this.declared, row);
    });
  }

  override async delete(id: string | number, context?: ActionContext): Promise<void> {
    await this.as(context, (caller) => this.guichet.records.remove(caller, this.declared, Number(id)));
  }

  override async validateAndSave(): Promise<never> {
    throw new Error('rows are saved by the engine alone');
  }

  /** A row with the labels of what it refers to: no second query, and nothing of the other row but its name. */
  record({ actor }: Caller, row: Values): BaseRecord {
    const record = new BaseRecord(paramsOf(this.declared, row), this);
    for (const field of this.declared.fields.values()) {
      const label = field.kind === 'reference' ? (row[labelOf(field)] as { id: number; libelle: string } | null) : null;
      if (!label) continue;
      const open = can(actor, resourceOf(field.target?.()), 'lire');
      const shown = { id: label.id, title: label.libelle, params: {}, recordActions: open ? [{ name: 'show' }] : [] };
      record.populated[field.name] = shown as unknown as BaseRecord;
    }
    return record;
  }

  private async as<T>(context: ActionContext | undefined, work: (caller: Caller) => Promise<T>): Promise<T> {
    const caller = await callerIn(this.guichet, context).catch((error) => {
      throw error instanceof Problem ? new ForbiddenError(say('fr', nonIdentifie().said)) : error;
    });
    return said(caller.langue, () => work(caller));
  }
}

const order = ({ sort }: Options): [string, string][] =>
  !sort?.sortBy || sort.sortBy === 'libelle'
    ? []
    : [['ordering', `${sort.direction === 'desc' ? '-' : ''}${sort.sortBy}`]];

/** The ORM's adapter asks an entity for its repository; ours are plain classes. */
const modelOf = ({ database }: Guichet, { entity, name }: Resource): typeof BaseEntity =>
  ({ name, getRepository: () => database.source.getRepository(entity) }) as unknown as typeof BaseEntity;
