import { getMetadataStorage, type MetadataStorage } from 'class-validator';

/**
 * class-validator looks through the rules of all classes anew each time it validates one of them. Rules are declared with their class and
 * never change: what it found is kept. Only what our pipe asks for is, which knows no groups. Which schema it came through makes no
 * difference: a class has its rules under itself.
 */
export function keepRulesFound(): void {
  const storage = getMetadataStorage();
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const found = new Map<unknown, ReturnType<MetadataStorage['getTargetValidationMetadatas']>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strict, groups) => {
    if (typeof target !== 'function' || always || strict || groups?.length) return find(target, schema, always, strict, groups);
    const known = found.get(target) ?? find(target, schema, always, strict, groups);
    found.set(target, known);
    return known;
  };
}
