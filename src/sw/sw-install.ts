/*
 * The part of the service worker that is needed only while a build installs itself, and when it is
 * to say that it is complete: a classic script of its own, which the worker imports then.
 */

import { precache } from './precache.ts';

declare const self: ServiceWorkerGlobalScope;

self.riwaqPrecache = precache;
