import { TOPICS, type TopicName } from '../contracts/topics.ts';

export const isTopicName = (name: string): name is TopicName => Object.hasOwn(TOPICS, name);

export const topicNames = (): TopicName[] => Object.keys(TOPICS).filter(isTopicName);
