namespace SearchNews.Api.Requests;

/// <summary>Marks a route whose answer is not JSON alone.</summary>
/// <param name="MediaTypes">Media types of clients that can take the answer, the one it is served as first.</param>
internal sealed record AnswerTypes(IReadOnlyList<string> MediaTypes)
{
    /// <summary>Of every other route.</summary>
    public static AnswerTypes Json { get; } = new([ContentTypes.Json]);
}
