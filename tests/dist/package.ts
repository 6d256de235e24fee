import { getLoadablePath, load, readScript } from 'gazette-sqlite';
const path: string = getLoadablePath();
load({ loadExtension(file: string) { return file === path; } });
const script: string = readScript('schema');
// @ts-expect-error: there is no such script
readScript('nothing');
export default script;
