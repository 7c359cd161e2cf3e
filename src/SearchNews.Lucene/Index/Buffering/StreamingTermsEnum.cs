namespace SearchNews.Lucene.Index.Buffering;

/// <summary>Terms that are read once, in order, by the writer of the term dictionary: of a segment in memory, or of several that are being merged.</summary>
internal abstract class StreamingTermsEnum : TermsEnum
{
    /// <inheritdoc/>
    public sealed override bool SeekExact(ReadOnlySpan<byte> term) => throw OnlyForward();

    /// <inheritdoc/>
    public sealed override void SeekExact(ReadOnlySpan<byte> term, TermState state) => throw OnlyForward();

    /// <inheritdoc/>
    public sealed override SeekStatus SeekCeil(ReadOnlySpan<byte> target) => throw OnlyForward();

    /// <inheritdoc/>
    public sealed override TermState GetTermState() => throw OnlyForward();

    /// <inheritdoc/>
    public sealed override ImpactsEnum Impacts(PostingsFlags flags) => throw OnlyForward();

    private static NotSupportedException OnlyForward() => new("These terms can only be read in order.");
}
