using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;
using SearchNews.Lucene.Util.Automata;
using SearchNews.Lucene.Util.Fst;

namespace SearchNews.Lucene.Codecs.BlockTree;

/// <summary>The term dictionary of one field: blocks, and an index of their prefixes. Immutable and thread-safe.</summary>
/// <param name="statistics">What the terms add up to.</param>
/// <param name="min">The smallest term.</param>
/// <param name="max">The greatest term.</param>
/// <param name="fieldInfo">The field.</param>
/// <param name="index">Maps the prefix of each block to its code.</param>
/// <param name="rootCode">The code of the empty prefix.</param>
/// <param name="blocks">.tim, behind its header.</param>
/// <param name="postings">Reads what the terms point at.</param>
internal sealed class BlockTreeTerms(
    FieldStatistics statistics,
    byte[] min,
    byte[] max,
    FieldInfo fieldInfo,
    FstReader index,
    byte[] rootCode,
    IndexInput blocks,
    Lucene84PostingsReader postings) : Terms
{
    // A tree of all terms costs as much as some searches by blocks; a segment may not live that long.
    private const int SearchesBeforeTree = 16;

    private TermTree? _tree;
    private int _intersections;

    // Enums between two uses, with buffers that have grown. Whoever takes one seeks first.
    private readonly Spares<BlockTreeTermsEnum> _enums = new();

    /// <inheritdoc/>
    public override long Size => statistics.Size;

    /// <inheritdoc/>
    public override int DocCount => statistics.DocCount;

    /// <inheritdoc/>
    public override long SumDocFreq => statistics.SumDocFreq;

    /// <inheritdoc/>
    public override long SumTotalTermFreq => statistics.SumTotalTermFreq;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Min => min;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Max => max;

    /// <summary>The field.</summary>
    public FieldInfo Field { get; } = fieldInfo;

    /// <summary>Maps the prefix of each block to its code.</summary>
    public FstReader Index => index;

    /// <summary>The code of the empty prefix: of the root block.</summary>
    public byte[] RootCode => rootCode;

    /// <summary>Reads what the terms point at.</summary>
    public Lucene84PostingsReader Postings => postings;

    /// <summary>All of .tim, so that positions are file pointers. Clone before reading.</summary>
    public IndexInput Blocks => blocks;

    /// <summary>Where in .tim the blocks of all fields begin.</summary>
    public long BlocksStart { get; } = blocks.Position;

    /// <summary>Where in .tim they end, exclusive.</summary>
    public long BlocksEnd { get; } = blocks.Length - CodecUtil.FooterLength;

    /// <inheritdoc/>
    public override TermsEnum GetTermsEnum() => new BlockTreeTermsEnum(this);

    /// <inheritdoc/>
    internal override TermState? Find(ReadOnlySpan<byte> term, TermState? reuse)
    {
        BlockTreeTermsEnum lookup = _enums.Take() ?? new BlockTreeTermsEnum(this);
        TermState? state = lookup.SeekExact(term) ? lookup.GetTermState(reuse) : null;
        _enums.Keep(lookup);
        return state;
    }

    /// <inheritdoc/>
    internal override TermsEnum TakeTermsEnum() => _enums.Take() ?? new BlockTreeTermsEnum(this);

    /// <inheritdoc/>
    internal override void KeepTermsEnum(TermsEnum terms) => _enums.Keep((BlockTreeTermsEnum)terms);

    /// <inheritdoc/>
    internal override PostingsEnum GetPostings(ReadOnlySpan<byte> term, TermState state, PostingsFlags flags) =>
        postings.SearchPostings(Field, BlockTermState.Of(state), flags);

    /// <inheritdoc/>
    internal override ImpactsEnum GetImpacts(ReadOnlySpan<byte> term, TermState state, PostingsFlags flags) =>
        postings.SearchPostings(Field, BlockTermState.Of(state), flags);

    /// <inheritdoc/>
    internal override DocUnion NewUnion() => new PostingsUnion(postings, Field);

    /// <inheritdoc/>
    internal override TermIntersection Intersect(LevenshteinAutomaton automaton) =>
        GetTree() is { } tree ? new TermTreeIntersection(tree, automaton) : new BlockTreeIntersection(this, automaton);

    // One thread grows the tree, the others go on with the blocks meanwhile.
    private TermTree? GetTree()
    {
        if (Volatile.Read(ref _tree) is { } tree) return tree;
        if (Interlocked.Increment(ref _intersections) != SearchesBeforeTree) return null;
        tree = TermTree.Read(GetTermsEnum(), () => index.ThrowCorrupt($"field '{Field.Name}': a term is not above the one before", 0));
        Volatile.Write(ref _tree, tree);
        return tree;
    }
}
