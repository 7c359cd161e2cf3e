using SearchNews.Lucene.Index;
using SearchNews.Lucene.Util;

namespace SearchNews.Testing.Naive;

/// <summary>A segment in plain collections: the model that real segments and searches are compared with. Checks the callers of its iterators.</summary>
public sealed class NaiveIndex : LeafReader
{
    private readonly IReadOnlyList<NaiveDocument> _documents;
    private readonly Dictionary<string, NaiveTerms> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, sbyte?[]> _norms = new(StringComparer.Ordinal);

    /// <summary>Indexes documents.</summary>
    /// <param name="documents">The documents, in order.</param>
    /// <param name="deleted">Ids of documents to delete.</param>
    /// <param name="blockSize">Documents of a posting list that share impacts.</param>
    public NaiveIndex(IReadOnlyList<NaiveDocument> documents, IEnumerable<int>? deleted = null, int blockSize = 4)
    {
        _documents = documents;
        var fields = new List<FieldInfo>();
        foreach ((string field, IndexOptions options) in documents.SelectMany(document => document.Options).DistinctBy(pair => pair.Key, StringComparer.Ordinal))
        {
            bool hasNorms = documents.Any(document => document.Norms.ContainsKey(field));
            fields.Add(new FieldInfo { Name = field, Number = fields.Count, IndexOptions = options, OmitNorms = !hasNorms });
            AddField(field, hasNorms, blockSize);
        }

        FieldInfos = new FieldInfos(fields);
        foreach (int doc in deleted ?? [])
        {
            LiveDocs ??= AllLive();
            LiveDocs[doc] = false;
        }
    }

    public override int MaxDoc => _documents.Count;

    public override int NumDocs => LiveDocs?.Cardinality() ?? MaxDoc;

    public override Bits? LiveDocs { get; }

    public override FieldInfos FieldInfos { get; }

    public override Terms? GetTerms(string field) => NaiveTerms(field);

    /// <summary>The term dictionary of a field, or null.</summary>
    public NaiveTerms? NaiveTerms(string field) => _terms.GetValueOrDefault(field);

    /// <summary>The norm of a document in a field, 1 when there is none.</summary>
    public long NormOf(string field, int doc) => _norms.GetValueOrDefault(field)?[doc] ?? 1;

    public override NumericDocValues? GetNormValues(string field) =>
        _norms.TryGetValue(field, out sbyte?[]? norms) ? new NaiveNumbers([.. norms.Select(norm => (long?)norm)]) : null;

    public override NumericDocValues? GetNumericDocValues(string field) => _documents.Any(document => document.Numbers.ContainsKey(field))
        ? new NaiveNumbers([.. _documents.Select(document => document.Numbers.TryGetValue(field, out long value) ? value : (long?)null)])
        : null;

    public override BinaryDocValues? GetBinaryDocValues(string field) => null;

    public override SortedDocValues? GetSortedDocValues(string field) => null;

    public override SortedNumericDocValues? GetSortedNumericDocValues(string field) => null;

    public override SortedSetDocValues? GetSortedSetDocValues(string field) => null;

    public override void VisitDocument(int doc, StoredFieldVisitor visitor) => ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(doc, MaxDoc);

    private void AddField(string field, bool hasNorms, int blockSize)
    {
        sbyte?[]? norms = null;
        if (hasNorms) _norms[field] = norms = [.. _documents.Select(document => document.Norms.TryGetValue(field, out sbyte norm) ? norm : (sbyte?)null)];
        var postings = new Dictionary<string, List<NaivePosting>>(StringComparer.Ordinal);
        for (int doc = 0; doc < _documents.Count; doc++)
        {
            if (!_documents[doc].Positions.TryGetValue(field, out Dictionary<string, List<int>>? terms)) continue;
            foreach ((string term, List<int> positions) in terms)
            {
                if (!postings.TryGetValue(term, out List<NaivePosting>? list)) postings[term] = list = [];
                int freq = _documents[doc].Freqs.GetValueOrDefault((field, term), positions.Count);
                list.Add(new NaivePosting(doc, freq, positions));
            }
        }

        if (postings.Count > 0) _terms[field] = new NaiveTerms(postings, norms, blockSize);
    }

    private Bits AllLive()
    {
        var live = new Bits(MaxDoc);
        live.SetAll();
        return live;
    }
}
