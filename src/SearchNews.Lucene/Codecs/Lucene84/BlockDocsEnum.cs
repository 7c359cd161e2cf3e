using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>The documents of a term, and their frequencies when wanted and indexed. Belongs to one thread.</summary>
internal sealed class BlockDocsEnum : BlockPostingsEnum
{
    /// <summary>Starts a term.</summary>
    public BlockDocsEnum Set(Lucene84PostingsReader reader, FieldInfo field, BlockTermState state, PostingsFlags flags)
    {
        Start(reader, field, state, field.HasFreqs && (flags & PostingsFlags.Freqs) == PostingsFlags.Freqs);
        return this;
    }

    public override int NextPosition() => -1;
}
