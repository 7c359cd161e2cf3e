namespace SearchNews.Api.Problems;

/// <summary>One kind of error that the API answers with. The kinds are part of the contract: clients tell errors apart by <see cref="Type"/>.</summary>
/// <param name="Slug">Last part of the type's address.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">The same short words for every error of the kind.</param>
/// <param name="Meaning">When it happens and the way out.</param>
/// <param name="RetryAfter">Seconds after which to try again, or null when trying again does not help.</param>
internal sealed record ProblemKind(string Slug, int Status, string Title, string Meaning, int? RetryAfter = null)
{
    public static readonly ProblemKind InvalidRequest = new(
        "invalid-request", 400, "Invalid request", "A parameter is unknown, impossible or given too often; 'errors' names each.");

    public static readonly ProblemKind MalformedRequest = new(
        "malformed-request", 400, "Malformed request", "The request breaks a rule of HTTP.");

    public static readonly ProblemKind UnknownHost = new(
        "unknown-host", 400, "Unknown host", "The Host header names a host that is not served here; the owner can add it to the allowed hosts.");

    public static readonly ProblemKind MissingKey = new(
        "missing-key", 401, "Key missing", "Admin routes want the admin key in the header 'Authorization: Bearer KEY'.");

    public static readonly ProblemKind WrongKey = new(
        "wrong-key", 403, "Wrong key", "The key is not the admin key of this service.");

    public static readonly ProblemKind UnknownRoute = new(
        "unknown-route", 404, "Unknown route", "There is no such route; /openapi/v1.json lists them all.");

    public static readonly ProblemKind UnknownArticle = new(
        "unknown-article", 404, "Unknown article", "There is no article of that id. In an address, write a '/' of an id as %2F.");

    public static readonly ProblemKind UnknownJob = new(
        "unknown-job", 404, "Unknown job", "There is no job of that id; only the last few are remembered, and none after a restart.");

    public static readonly ProblemKind MethodNotAllowed = new(
        "method-not-allowed", 405, "Method not allowed", "The route does not answer that method; the Allow header lists those it does.");

    public static readonly ProblemKind NotAcceptable = new(
        "not-acceptable", 406, "Not acceptable", "The Accept header excludes the only form of this answer: application/json, of a feed its own type.");

    public static readonly ProblemKind TooSlow = new(
        "too-slow", 408, "Request too slow", "The body was not there when the time for an answer was over.");

    public static readonly ProblemKind JobRunning = new(
        "job-running", 409, "A job is running", "One job runs at a time; wait for it to end, or cancel it.");

    public static readonly ProblemKind IndexLocked = new(
        "index-locked", 409, "The index is being written", "Another process holds the right to write the index; wait for it to end, or stop it.");

    public static readonly ProblemKind NoEarlierGeneration = new(
        "no-earlier-generation", 409, "Nothing to go back to", "There is no sound generation before the live one.");

    public static readonly ProblemKind CursorExpired = new(
        "cursor-expired", 410, "Cursor expired", "What the cursor goes on in is not held any more; start again with the first page.");

    public static readonly ProblemKind TooLarge = new(
        "too-large", 413, "Body too large", "The body is longer than the limit.");

    public static readonly ProblemKind UnsupportedMediaType = new(
        "unsupported-media-type", 415, "Unsupported media type", "The body is not of a type that the route takes.");

    public static readonly ProblemKind InvalidArticle = new(
        "invalid-article", 422, "Invalid article", "The text is not an article that can be indexed; 'diagnostics' names each fault with line and column.");

    public static readonly ProblemKind TooManyRequests = new(
        "too-many-requests", 429, "Too many requests", "One address sends more requests than it may; the RateLimit headers tell how many, Retry-After when to go on.");

    public static readonly ProblemKind TooManyFailedKeys = new(
        "too-many-failed-keys", 429, "Too many wrong keys", "Too many wrong keys came from this address within a minute; until they are forgotten, no key from it is looked at.");

    public static readonly ProblemKind Internal = new(
        "internal", 500, "Internal error", "A fault of the service; its log has the details under the traceId.");

    public static readonly ProblemKind Unavailable = new(
        "unavailable", 503, "Not ready", "There is no sound index to answer from.", RetryAfter: 5);

    public static readonly ProblemKind Storage = new(
        "storage", 503, "Disk refuses", "The disk or the source folder refused the change; the index is as of its last commit.", RetryAfter: 5);

    public static readonly ProblemKind Busy = new(
        "busy", 503, "Too busy", "Too many questions are being worked on and waiting.", RetryAfter: 1);

    public static readonly ProblemKind Timeout = new(
        "timeout", 503, "Out of time", "The answer took longer than the time one question may take.", RetryAfter: 1);

    /// <summary>Every kind, by status.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        InvalidRequest, MalformedRequest, UnknownHost, MissingKey, WrongKey, UnknownRoute, UnknownArticle, UnknownJob, MethodNotAllowed, NotAcceptable, TooSlow,
        JobRunning, IndexLocked, NoEarlierGeneration, CursorExpired, TooLarge, UnsupportedMediaType, InvalidArticle, TooManyRequests, TooManyFailedKeys, Internal, Unavailable, Storage,
        Busy, Timeout,
    ];

    /// <summary>The address that identifies the kind.</summary>
    public string Type => "/problems/" + Slug;

    /// <summary>The kind of that slug, or null.</summary>
    public static ProblemKind? Find(string slug) => All.FirstOrDefault(k => k.Slug == slug);
}
