import { accessGrammar } from './apparmor-access.ts';

export const usage = `bulkhead check [options] FILE… | -
    what is wrong in these manifests, and what their containers may do
    --operations ID,…|all             try these in every container; parameters as in bind-port:port=25,
                                      all: all that need no parameter
    --pod-security LEVEL[:VERSION]    hold against privileged, baseline or restricted, as in restricted:v1.35
    --world FILE                      the node and the image, where they differ from the default world
    --lab ID                          grade as an answer to a lab of this repository
    --format text|json|sarif

bulkhead explain [--world FILE] [--operations ID,…|all] FILE | -
    what each container really gets, and what each layer says to what it tries

bulkhead seccomp [options] PROFILE | - CALL…
    what the filter of a profile answers to calls, as in socket(40), i386:socketcall(1), x32:read, 435;
    arguments are what the registers hold, those left out are 0
    --runtime runc|crun               as this runtime loads it; runc where not said
    --format text|json

bulkhead apparmor [options] PROFILE | - ACCESS…
    what the kernel answers under an AppArmor profile; each ACCESS is one word of the shell
    --name PROFILE                    which profile of the text, where it is not the first one
    --uid N, --owner N                who asks, and who owns the file; 0 where not said
    --no-new-privs                    the process cannot gain privileges: allowPrivilegeEscalation: false
    --format text|json
  ACCESS is one of
${accessGrammar}

bulkhead conformance DIR
    agreement with a folder of <level>/<version>/{pass,fail}/*.yaml, the layout of kubernetes/pod-security-admission

Exit status
    0  nothing to mend
    1  an error or a warning, in a solved lab too; a violation of the level asked for; an unsolved lab;
       no pod to explain; a folder that does not agree
    2  unusable arguments, an unreadable file, a profile that does not load`;
