using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.Lucene87;
using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Index.Buffering;

/// <summary>
/// A segment that is being built: everything in memory, except stored fields, which are compressed to disk as they come, unless the segment will be sorted. A document is taken whole or not at
/// all: <see cref="Take(Document)"/> may refuse it, <see cref="Commit"/> then only fails when the disk does, and <see cref="Publish"/> never. One thread at a time.
/// </summary>
internal sealed class DocumentBuffer : IDisposable
{
    private const long MaxStoredBytes = 1L << 30;

    private readonly FieldNumbers _numbers;
    private readonly Func<string, Analyzer> _analyzerOf;
    private readonly TermEncoder _encoder = new();
    private readonly Dictionary<string, FieldBuffer> _fields = new(StringComparer.Ordinal);
    private readonly List<FieldBuffer> _inDocument = [];
    private readonly AnalyzedValues _values = new();
    private Lucene87StoredFieldsWriter? _stored;
    private long _storedBytes;
    private volatile int _docCount;

    /// <summary>Starts a segment.</summary>
    /// <param name="directory">Where its files go.</param>
    /// <param name="segment">Name and id; the number of documents is not known yet.</param>
    /// <param name="numbers">The fields of the index.</param>
    /// <param name="analyzerOf">The analyzer of a text field.</param>
    /// <param name="isSorted">Whether the segment will be written in another order, so that stored fields cannot go to the disk yet.</param>
    public DocumentBuffer(TrackingDirectory directory, SegmentInfo segment, FieldNumbers numbers, Func<string, Analyzer> analyzerOf, bool isSorted)
    {
        Directory = directory;
        StoredDirectory = isSorted ? new MemoryDirectory() : directory;
        Segment = segment;
        _numbers = numbers;
        _analyzerOf = analyzerOf;
    }

    /// <summary>Where the segment's files go, and which there are.</summary>
    public TrackingDirectory Directory { get; }

    /// <summary>Where the stored fields go as they come: to the segment's other files, or into memory.</summary>
    public IndexDirectory StoredDirectory { get; }

    /// <summary>Name and id.</summary>
    public SegmentInfo Segment { get; }

    /// <summary>Number of published documents. Other threads may read it.</summary>
    public int DocCount => _docCount;

    /// <summary>Deletes that came since the buffer was made: by term how many documents there were then. Guarded by <see cref="Deleting.BufferedDeletes"/>.</summary>
    public Dictionary<Term, int> Deletes { get; } = [];

    /// <summary>Bytes of memory held.</summary>
    public long RamBytes { get; private set; }

    /// <summary>True when the stored values may fill half of the longest file that can be read; they take no memory, but must fit in one file.</summary>
    public bool IsFull => _storedBytes >= MaxStoredBytes;

    /// <summary>The fields that some committed document has.</summary>
    public IEnumerable<FieldBuffer> Fields => _fields.Values.Where(f => f.IsUsed);

    /// <summary>Analyzes a document. When this throws, the document has left nothing in the segment.</summary>
    /// <exception cref="InvalidDocumentException">It breaks a rule.</exception>
    public void Take(Document document)
    {
        try
        {
            foreach (Field field in document)
            {
                FieldBuffer buffer = Find(field.Name);
                if (field is TextField text) Take(text, buffer.AsText(), document);
                else Take(field, buffer);
            }
        }
        catch
        {
            foreach (FieldBuffer field in _inDocument) field.Abort();
            Forget();
            throw;
        }
    }

    /// <summary>Makes the document just taken part of the segment, though not counted before <see cref="Publish"/>.</summary>
    /// <exception cref="IOException">Its stored fields could not be written; the segment is lost.</exception>
    public void Commit(Document document)
    {
        Store(document);
        foreach (FieldBuffer field in _inDocument) field.Commit(DocCount);
        Forget();
        long bytes = ReferenceEquals(StoredDirectory, Directory) ? 0 : _storedBytes;
        foreach (FieldBuffer field in _fields.Values) bytes += field.RamBytes;
        RamBytes = bytes;
    }

    /// <summary>Counts the document just committed: deletes from now on meet it.</summary>
    public void Publish() => _docCount++;

    /// <summary>Completes the files of stored fields. Nothing may be added afterwards.</summary>
    public void FinishStoredFields()
    {
        Stored.Finish(DocCount);
        Stored.Dispose();
    }

    /// <summary>Closes the file that is open; it is of no use then unless <see cref="FinishStoredFields"/> came before.</summary>
    public void Dispose() => _stored?.Dispose();

    private Lucene87StoredFieldsWriter Stored => _stored ??= new Lucene87StoredFieldsWriter(new SegmentWriteState(StoredDirectory, Segment, new FieldInfos([])));

    private static void Take(Field field, FieldBuffer buffer)
    {
        switch (field)
        {
            case StringField keyword: buffer.AsKeyword().Add(keyword.Value); break;
            case FeatureField feature: buffer.AsFeatures().Add(feature.FeatureName, feature.Freq); break;
            case NumericDocValuesField numeric: buffer.AsNumeric().Set(numeric.Value); break;
            case BinaryDocValuesField binary: buffer.AsBinary().Set(binary.Value); break;
            case SortedDocValuesField sorted: buffer.AsSorted().Set(sorted.Value); break;
            case SortedSetDocValuesField sortedSet: buffer.AsSortedSet().Add(sortedSet.Value); break;
        }
    }

    private void Take(TextField text, TextFieldBuffer buffer, Document document)
    {
        if (IsRepeated(text, document)) buffer.Add(text.Value, _values);
        else buffer.Add(text.Value);
    }

    /// <summary>Whether another field of the document has the very same value.</summary>
    private static bool IsRepeated(TextField text, Document document)
    {
        foreach (Field other in document)
        {
            if (other is TextField same && ReferenceEquals(same.Value, text.Value) && !ReferenceEquals(same, text)) return true;
        }

        return false;
    }

    private FieldBuffer Find(string name)
    {
        if (!_fields.TryGetValue(name, out FieldBuffer? field)) _fields[name] = field = new FieldBuffer(name, _numbers, _encoder, _analyzerOf);
        if (!field.IsInDocument)
        {
            field.IsInDocument = true;
            _inDocument.Add(field);
        }

        return field;
    }

    private void Forget()
    {
        foreach (FieldBuffer field in _inDocument) field.IsInDocument = false;
        _inDocument.Clear();
        _values.Clear();
    }

    private void Store(Document document)
    {
        Lucene87StoredFieldsWriter stored = Stored;
        stored.StartDocument();
        foreach (Field field in document)
        {
            switch (field)
            {
                case TextField { IsStored: true } text: Store(text, text.Value); break;
                case StringField { IsStored: true } keyword: Store(keyword, keyword.Value); break;
                case StoredField only: Store(only, only.Value); break;
            }
        }

        stored.FinishDocument();
    }

    private void Store(Field field, object value)
    {
        FieldBuffer buffer = _fields[field.Name];
        buffer.MarkStored();
        FieldInfo numbered = buffer.Numbered;
        switch (value)
        {
            case string text:
                Stored.WriteField(numbered, text);
                _storedBytes += text.Length;
                break;
            case byte[] bytes:
                Stored.WriteField(numbered, bytes);
                _storedBytes += bytes.Length;
                break;
            case int int32: Stored.WriteField(numbered, int32); break;
            case long int64: Stored.WriteField(numbered, int64); break;
            case float single: Stored.WriteField(numbered, single); break;
            case double real: Stored.WriteField(numbered, real); break;
        }
    }
}
