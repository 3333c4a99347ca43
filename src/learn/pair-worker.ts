import { parentPort } from 'node:worker_threads';
import { buffersIn } from './column-buffers.js';
import { answerTo, type PairRequest } from './pair-tasks.js';

// A fault ends the thread, and whoever started it hears of it.
parentPort?.on('message', (request: PairRequest) => {
  const answer = answerTo(request);
  parentPort?.postMessage(answer, buffersIn(answer));
});
