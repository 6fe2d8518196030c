import { describe, expect, test } from 'vitest'
import { opinionOn, topicOf } from './activities.ts'
import { TOPIC_NAMES, type TopicName } from './topic.ts'

describe('an opinion on what a company does', () => {
  test.each<readonly [string, readonly TopicName[], string]>([
    ['nothing of what the policies speak of', [], 'likely'],
    ['a vet, who sells no animals', ['animals'], 'depends'],
    ['collections of one’s own loans', ['lending', 'debt-collection'], 'depends'],
    ['tobacco', ['tobacco'], 'unlikely'],
    ['something allowed beside something forbidden', ['healthcare', 'weapons'], 'unlikely'],
  ])('%s', (_name, topics, outlook) => {
    expect(opinionOn(topics).outlook).toBe(outlook)
  })
  test('its reasons come in the order of the list, each once', () => {
    const { topics } = opinionOn(['weapons', 'animals', 'weapons'])
    expect(topics.map(({ name }) => name)).toEqual(['animals', 'weapons'])
  })
})

describe('the topics', () => {
  test('each says what is not allowed and what is, in three languages', () => {
    for (const name of TOPIC_NAMES) {
      const { title, not, but } = topicOf(name)
      for (const words of [title, not, but]) {
        expect(words).toHaveLength(3)
        for (const each of words) expect(each.trim().length).toBeGreaterThan(3)
      }
    }
  })
  test('accessories for animals are allowed, animals are not', () => {
    expect(topicOf('animals')).toMatchObject({ level: 'careful', violation: 'ANIMALS' })
  })
  test('customer support is no forbidden activity', () => {
    expect(TOPIC_NAMES.join(' ')).not.toMatch(/support/)
  })
})
