using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>The documents of a term, and their frequencies when wanted and indexed. Belongs to one thread.</summary>
internal sealed class BlockDocsEnum(Lucene84PostingsReader reader) : BlockPostingsEnum(reader)
{
    /// <summary>Starts a term.</summary>
    public BlockDocsEnum Reset(FieldInfo field, BlockTermState state, PostingsFlags flags)
    {
        Start(field, state, field.HasFreqs && (flags & PostingsFlags.Freqs) == PostingsFlags.Freqs);
        return this;
    }

    public override int NextPosition() => -1;
}
