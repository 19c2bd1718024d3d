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

bulkhead conformance DIR
    agreement with a folder of <level>/<version>/{pass,fail}/*.yaml, the layout of kubernetes/pod-security-admission

Exit status
    0  nothing to mend
    1  an error or a warning, in a solved lab too; a violation of the level asked for; an unsolved lab;
       no pod to explain; a folder that does not agree
    2  unusable arguments or an unreadable file`;
