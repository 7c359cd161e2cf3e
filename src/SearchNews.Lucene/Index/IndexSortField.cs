namespace SearchNews.Lucene.Index;

/// <summary>One key of the order in which another program sorted a segment's documents (an entry of the .si file).</summary>
/// <param name="Provider">Which kind of entry it is: <c>SortField</c>, <c>SortedNumericSortField</c> or <c>SortedSetSortField</c>.</param>
/// <param name="Field">The field.</param>
/// <param name="Type">STRING, INT, LONG, FLOAT or DOUBLE.</param>
/// <param name="Reverse">True for descending.</param>
/// <param name="Selector">Which of several values counts: 0 least, 1 greatest, 2 and 3 the lower and upper median; 0 for single values.</param>
/// <param name="MissingValue">What stands for a missing value, as the file has it (sortable bits, or 1 first and 2 last for sets, 1 first and 0 last for STRING); null when none was set.</param>
public sealed record IndexSortField(string Provider, string Field, string Type, bool Reverse, int Selector, long? MissingValue);
