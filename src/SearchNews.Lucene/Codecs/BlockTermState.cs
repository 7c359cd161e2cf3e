using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Codecs;

/// <summary>The Lucene84 postings' entry in the term dictionary. File pointers are absolute byte offsets.</summary>
internal sealed class BlockTermState : TermState
{
    /// <summary>Where the term's documents start in .doc.</summary>
    public long DocStartFP { get; set; }

    /// <summary>Where the term's positions start in .pos.</summary>
    public long PosStartFP { get; set; }

    /// <summary>Where the term's payloads and offsets start in .pay.</summary>
    public long PayStartFP { get; set; }

    /// <summary>Offset of the skip data from <see cref="DocStartFP"/>, -1 when there is none (docFreq up to 128).</summary>
    public long SkipOffset { get; set; } = -1;

    /// <summary>Offset of the last, vInt-coded positions from <see cref="PosStartFP"/>, -1 when totalTermFreq is up to 128.</summary>
    public long LastPosBlockOffset { get; set; } = -1;

    /// <summary>The only document of a term with docFreq 1, else -1.</summary>
    public int SingletonDocId { get; set; } = -1;

    /// <summary>The state as one of this kind.</summary>
    /// <exception cref="ArgumentException">It comes from terms of another kind.</exception>
    public static BlockTermState Of(TermState state) =>
        state as BlockTermState ?? throw new ArgumentException($"The state must come from an enum of this field, not be a {state?.GetType().Name ?? "null"}.", nameof(state));

    /// <summary>Makes this a copy of <paramref name="other"/>.</summary>
    public void CopyFrom(BlockTermState other)
    {
        DocFreq = other.DocFreq;
        TotalTermFreq = other.TotalTermFreq;
        DocStartFP = other.DocStartFP;
        PosStartFP = other.PosStartFP;
        PayStartFP = other.PayStartFP;
        SkipOffset = other.SkipOffset;
        LastPosBlockOffset = other.LastPosBlockOffset;
        SingletonDocId = other.SingletonDocId;
    }
}
