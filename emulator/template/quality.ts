import type { Message } from '../world/model.ts'
import type { World } from '../world/world.ts'

/** Somebody blocked the business after a template. */
type Block = { readonly template: string; readonly phone: string; readonly at: number }

const blockTable = (world: World) => world.store.table<Block>('template-blocks')

/** How many people blocked the business after a template, within a time. */
export const blocksOf = (world: World, template: string, start: number, end: number): number =>
  [...blockTable(world).all()].filter((block) => block.template === template && block.at >= start && block.at < end)
    .length

/** How many messages of a template were sent within a time and did not fail. */
export const sentOf = (world: World, template: string, start: number, end: number): number =>
  [...world.messages.all()].filter(
    (message: Message) =>
      message.send?.template === template && message.status !== 'failed' && message.at >= start && message.at < end,
  ).length
