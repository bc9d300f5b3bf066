/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_REGISTRY_H
#define SAMPLE_REGISTRY_H

/** account, account_agency, approval and the assignments of account administrators; discovery. */

struct scene;

/** Sets scene->accounts. Needs the team. */
void registry_write(struct scene *scene);
void discoveries_write(struct scene *scene);

#endif
