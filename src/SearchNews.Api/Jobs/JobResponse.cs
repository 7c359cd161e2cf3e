namespace SearchNews.Api.Jobs;

/// <summary>A job as it stands.</summary>
/// <param name="Id">Names the job in <c>/v1/admin/jobs/{id}</c>.</param>
/// <param name="Kind"><c>rebuild</c> or <c>update</c>.</param>
/// <param name="State"><c>running</c>, <c>succeeded</c>, <c>failed</c> or <c>cancelled</c>.</param>
/// <param name="StartedAt">When it was started.</param>
/// <param name="EndedAt">When it ended; null while it runs.</param>
/// <param name="Progress">How far it has come; null before its first step.</param>
/// <param name="Report">What it did, as <c>index rebuild --json</c> or <c>index update --json</c> prints it; null unless it succeeded.</param>
/// <param name="Error">Why it failed; null unless it did.</param>
public sealed record JobResponse(
    string Id, string Kind, string State, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, JobProgress? Progress, object? Report, JobError? Error);
