namespace SearchNews.Lucene.Index;

/// <summary>
/// The number and the kind of every field an index ever had. A number stays with its name through all segments, and a kind once chosen cannot change. Thread-safe.
/// </summary>
internal sealed class FieldNumbers
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, FieldInfo> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<int> _numbers = [];
    private int _next;

    /// <summary>The field, numbered if it is new.</summary>
    public FieldInfo GetOrAdd(string name)
    {
        lock (_lock) return Find(name);
    }

    /// <summary>Notes how a field is indexed.</summary>
    /// <exception cref="InvalidDocumentException">It is indexed in another way.</exception>
    public FieldInfo SetIndexed(string name, IndexOptions options, bool omitNorms)
    {
        lock (_lock)
        {
            FieldInfo field = Find(name);
            if (field.IndexOptions == IndexOptions.None) return _fields[name] = field with { IndexOptions = options, OmitNorms = omitNorms };
            if (field.IndexOptions != options || field.OmitNorms != omitNorms)
                throw new InvalidDocumentException(name, $"is indexed as {Describe(field.IndexOptions, field.OmitNorms)}; it cannot be indexed as {Describe(options, omitNorms)} too.");
            return field;
        }
    }

    /// <summary>Notes the kind of a field's doc values.</summary>
    /// <exception cref="InvalidDocumentException">It has another kind.</exception>
    public FieldInfo SetDocValues(string name, DocValuesType type)
    {
        lock (_lock)
        {
            FieldInfo field = Find(name);
            if (field.DocValuesType == DocValuesType.None) return _fields[name] = field with { DocValuesType = type };
            if (field.DocValuesType != type) throw new InvalidDocumentException(name, $"has {field.DocValuesType} doc values; it cannot have {type} too.");
            return field;
        }
    }

    /// <summary>Takes over the fields of a segment written before.</summary>
    /// <exception cref="CorruptIndexException">They contradict those of another segment.</exception>
    public void Add(FieldInfos fields, string fileName)
    {
        lock (_lock)
        {
            foreach (FieldInfo field in fields)
            {
                if (!_fields.TryGetValue(field.Name, out FieldInfo? known))
                {
                    // Another program may number a field differently in two segments; the first number stays then.
                    int number = _numbers.Contains(field.Number) ? Unused() : field.Number;
                    Register(known = new FieldInfo { Name = field.Name, Number = number });
                }

                _fields[field.Name] = Merge(known, field, fileName);
            }
        }
    }

    private static FieldInfo Merge(FieldInfo known, FieldInfo field, string fileName)
    {
        bool bothIndexed = known.IndexOptions != IndexOptions.None && field.IndexOptions != IndexOptions.None;
        bool bothDocValues = known.DocValuesType != DocValuesType.None && field.DocValuesType != DocValuesType.None;
        if ((bothIndexed && known.IndexOptions != field.IndexOptions) || (bothDocValues && known.DocValuesType != field.DocValuesType))
        {
            throw new CorruptIndexException(
                $"field '{field.Name}' is {field.IndexOptions} with {field.DocValuesType} doc values, in another segment {known.IndexOptions} with {known.DocValuesType}",
                fileName, 0);
        }

        return known with
        {
            IndexOptions = known.IndexOptions != IndexOptions.None ? known.IndexOptions : field.IndexOptions,
            // Lucene lets norms be given up later on, and drops those of earlier segments when merging.
            OmitNorms = known.OmitNorms || field.OmitNorms,
            DocValuesType = known.DocValuesType != DocValuesType.None ? known.DocValuesType : field.DocValuesType,
        };
    }

    private static string Describe(IndexOptions options, bool omitNorms) => $"{options} {(omitNorms ? "without" : "with")} norms";

    private FieldInfo Find(string name) => _fields.TryGetValue(name, out FieldInfo? field) ? field : Register(new FieldInfo { Name = name, Number = Unused() });

    private FieldInfo Register(FieldInfo field)
    {
        _numbers.Add(field.Number);
        return _fields[field.Name] = field;
    }

    private int Unused()
    {
        while (_numbers.Contains(_next)) _next++;
        return _next;
    }
}
