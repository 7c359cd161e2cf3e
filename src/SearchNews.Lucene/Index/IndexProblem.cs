namespace SearchNews.Lucene.Index;

/// <summary>Something that is wrong with an index.</summary>
/// <param name="Segment">The segment, or the commit's file when the commit itself cannot be read.</param>
/// <param name="Part">What of it: files, live docs, terms of a field, norms of a field, doc values of a field, or stored fields.</param>
/// <param name="Message">What is wrong: expected and got.</param>
public sealed record IndexProblem(string Segment, string Part, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Segment}: {Part}: {Message}";
}
