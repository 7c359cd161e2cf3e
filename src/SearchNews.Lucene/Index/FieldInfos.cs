using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace SearchNews.Lucene.Index;

/// <summary>The fields of one segment, by name and by number. Immutable; enumerates by number.</summary>
public sealed class FieldInfos : IReadOnlyCollection<FieldInfo>
{
    private readonly FieldInfo[] _byNumber;
    private readonly Dictionary<string, FieldInfo> _byName;

    /// <summary>Collects the fields.</summary>
    /// <exception cref="ArgumentException">A name or a number is there twice.</exception>
    public FieldInfos(IEnumerable<FieldInfo> fields)
    {
        _byNumber = [.. fields.OrderBy(f => f.Number)];
        _byName = _byNumber.ToDictionary(f => f.Name, StringComparer.Ordinal);
        for (int i = 1; i < _byNumber.Length; i++)
        {
            if (_byNumber[i].Number == _byNumber[i - 1].Number)
                throw new ArgumentException($"Fields '{_byNumber[i - 1].Name}' and '{_byNumber[i].Name}' share number {_byNumber[i].Number}.", nameof(fields));
        }
    }

    /// <inheritdoc/>
    public int Count => _byNumber.Length;

    /// <summary>True when some field has positions: decides whether a .pos file exists.</summary>
    public bool HasPositions => _byNumber.Any(f => f.HasPositions);

    /// <summary>True when some field has offsets or payloads: decides, with positions, whether a .pay file exists.</summary>
    public bool HasOffsetsOrPayloads => _byNumber.Any(f => f.HasOffsets || f.HasPayloads);

    /// <summary>True when some field is indexed.</summary>
    public bool HasPostings => _byNumber.Any(f => f.IndexOptions != IndexOptions.None);

    /// <summary>True when some field has norms.</summary>
    public bool HasNorms => _byNumber.Any(f => f.HasNorms);

    /// <summary>True when some field has doc values.</summary>
    public bool HasDocValues => _byNumber.Any(f => f.DocValuesType != DocValuesType.None);

    /// <summary>The field of that name, or null.</summary>
    public FieldInfo? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The field of that number, or null.</summary>
    public FieldInfo? Find(int number)
    {
        if ((uint)number < (uint)_byNumber.Length && _byNumber[number].Number == number) return _byNumber[number];
        int low = 0;
        int high = _byNumber.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int found = _byNumber[middle].Number;
            if (found == number) return _byNumber[middle];
            if (found < number) low = middle + 1;
            else high = middle - 1;
        }

        return null;
    }

    /// <summary>The field of that name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out FieldInfo? field) => _byName.TryGetValue(name, out field);

    /// <inheritdoc/>
    public IEnumerator<FieldInfo> GetEnumerator() => ((IEnumerable<FieldInfo>)_byNumber).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
