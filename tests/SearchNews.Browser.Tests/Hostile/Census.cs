using System.Text.Json.Serialization;

namespace SearchNews.Browser.Tests.Hostile;

/// <summary>
/// Which elements with which attributes a page is made of, and what no page may have. Two pages of the same shape differ in text alone, so whatever the page of a hostile text
/// has more than that of a plain one came out of the text.
/// </summary>
internal sealed record Census
{
    /// <summary>
    /// A function of a document that takes its census. An element counts by its name, namespace, and the names of its attributes; ids and names of form fields count as they are,
    /// without numbers. Addresses must lead to http or https; one that cannot be parsed is a fault.
    /// </summary>
    public const string Function = """
        root => {
          const counts = {}, faults = [];
          const addresses = new Set(['href', 'src', 'action', 'formaction', 'data', 'poster', 'ping', 'cite', 'background', 'xlink:href', 'manifest', 'longdesc']);
          const visit = node => {
            for (const el of node.querySelectorAll('*')) {
              const names = el.getAttributeNames();
              const space = el.namespaceURI === 'http://www.w3.org/1999/xhtml' ? '' : el.namespaceURI + ':';
              const key = space + el.localName + '[' + names.slice().sort().join(' ') + ']';
              counts[key] = (counts[key] || 0) + 1;
              for (const name of names) {
                const value = el.getAttribute(name), lower = name.toLowerCase();
                if (lower.startsWith('on') || lower === 'srcdoc') faults.push(key + ' ' + name + '=' + value);
                if (lower === 'id' || lower === 'name') { const k = lower + '=' + value.replace(/\d+/g, '#'); counts[k] = (counts[k] || 0) + 1; }
                const urls = addresses.has(lower) ? [value] : lower === 'srcset' ? value.split(/,\s/).map(part => part.trim().split(/\s/)[0]) : [];
                for (const url of urls) {
                  const parsed = URL.parse(url, location.href);
                  if (parsed === null || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) faults.push(key + ' ' + name + '=' + url);
                  else if (parsed.origin !== location.origin && !/^https?:\/\//i.test(url)) faults.push(key + ' ' + name + '=' + url);
                }
              }
              if (el.content instanceof DocumentFragment) visit(el.content);
              if (el.shadowRoot) visit(el.shadowRoot);
            }
          };
          visit(root);
          return { counts, faults };
        }
        """;

    /// <summary>How often each kind of element, id and name is there.</summary>
    [JsonPropertyName("counts")]
    public required Dictionary<string, int> Counts { get; init; }

    /// <summary>What must not be on any page.</summary>
    [JsonPropertyName("faults")]
    public required string[] Faults { get; init; }

    /// <summary>What several pages have together.</summary>
    public static Census Sum(params IEnumerable<Census> parts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((string kind, int count) in parts.SelectMany(p => p.Counts)) counts[kind] = counts.GetValueOrDefault(kind) + count;
        return new Census { Counts = counts, Faults = [] };
    }

    /// <summary>The census of the page that a visitor sees.</summary>
    public static Task<Census> TakeAsync(Visitor visitor) => visitor.EvaluateAsync<Census>($"() => ({Function})(document)");

    /// <summary>Kinds that this page has and another has not: what came out of the text, if the shape is the same. Bare marks are text's to have.</summary>
    public IEnumerable<string> KindsBeyond(Census plain) => Counts.Keys.Where(kind => kind != "mark[]" && !plain.Counts.ContainsKey(kind));

    /// <summary>Like <see cref="KindsBeyond"/>, and kinds that are there more often.</summary>
    public IEnumerable<string> Beyond(Census plain) =>
        Counts.Where(c => c.Key != "mark[]" && c.Value > plain.Counts.GetValueOrDefault(c.Key)).Select(c => $"{c.Key}: {c.Value}, not {plain.Counts.GetValueOrDefault(c.Key)}");
}
