/** The kernel's logo: a V, and beside it two readings that differ. */
export const LOGO_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
<rect width="100" height="100" rx="18" fill="#0b3d5c"/>
<path d="M22 25 44 75 66 25" fill="none" stroke="#fff" stroke-width="12" stroke-linecap="round" stroke-linejoin="round"/>
<path d="M66 55h16M60 72h22" stroke="#e69f00" stroke-width="7" stroke-linecap="round"/>
</svg>
`;

/** The same drawing in pixels, as PNG in base64. */
export const LOGO_PNG = {
  32: [
    "iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAYAAABzenr0AAACIElEQVR42mNggAJu2xhhIO4G4ttA/J9G+DbUDmEGZAAU0Abi5zS0",
    "GB2D7NJG9jk9LUd2hDADNEj+DxDuZqBxnBNMEwwDaDkYY3WAQ3r9/4u3Hvy/evfRf++CdqINM4wu/X/yyu3/Nx48/R9e2Ue+A85e",
    "v/sfBl68ef+fzyGOKMMOnbsG1/f+0xfqOAAEkpqmETTIIrEKRQ9FDsjrnodiGMhBhAxavvMIip4pq7aT7wAh58T/r99/QjHQJasJ",
    "pyGK/tn/f//+A1cLYmuGFpDvABDuWLgBxQGbDp35Tw21RDuAWF+RGlpEO4DYeCUnvRDtAGwpW8ozDUUNqKwgNccQ7QAQPnrxBooF",
    "pRMXw+X8iztR5EgpM4h2AKhEQwZ3Hr+AW7LrxEUUudrpK/67hjv/r8jTw8BZ6cb/+eyiSHcAyDKQpcgA5ChQsYsMvv/4+V/OJ+P/",
    "/dlM/5/NZ8CKg2JtSXcACIOCHRmAomX2hj0oYiA+SG1hlsH/9W3iGHhendx/GZcQ8hwASnigBIjuY2QAChGq1YbYMCgL4gKgtEDV",
    "6hgbBhVCyAUTMgDlBpAaNc8AnFjUMZwyB4AwqIhFB6ByACS3olkSZ+IDYVDiNPH3oswBoCIWHYBKQrDjOkTxOuDRXMb/VkHulDkA",
    "va0AqgNAdQFIXNAhEm8UyLsFUx4FsOIZ5AhQsyu4rIc2bUJ6N0oHvFk+4B2Tge2aDXjndKC75wD8F9NhztKmfwAAAABJRU5ErkJg",
    "gg==",
  ].join(""),
  64: [
    "iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAYAAACqaXHeAAAD1klEQVR42u1ba0gUURSeMggShKIHFBgFCf6oIIIepCwtuWnCilKZ",
    "pSCBFZWYYJREYWAlRGQJlpIGFUEhhVI/RAqEoqciWSuZJPbAoBCysDA4zbe4IOvsnTuzd+7sOPvB+bUz7Dnf3O+ec8+9V1EYSEzb",
    "41WtXrVu1UZVI4fY6ITP8N2rGIX6kk+1gIMC1jPE4uMJPEG1xmkUeLghtgRW8G3TOPiQtWmSMM2//JSRoKV5cpn5JhMQcCEBgcmp",
    "jlxqXmUiV7qVgHplomBwKwHdisMqPOEVo+Li4INmiIB53mKqarhDrwMD1PN+kC7efkDJ2fstcy7JU0RHLlynJz191Df4hZrbHlPq",
    "9jJ7CEDwcCQcn7/9oGX+g5YQcLfj6ZT/G/09RuuLK+UTUFF7gyIBX0Z08HlHz0f8v86ud/IJaH/WE9GhsT9/hY+CRy/fEAsLM/bG",
    "DgFAdVOLsOAxxPUgnYDjdbeYDg1/HwnOEyKcgqRYwFwkXQKLM0uCExALJdVXo3YIUoKkWNh9otaeNHilpZ3pGFJjtA5BSiwg6yA9",
    "2kLAyvxyXW1uKztr2hlICFJiAVK0rRCCtXa+YjqI3806AwmxAAlCirYSgC+sB4wUM85AQixAgraWwlY6aiWxwgmwYqhaKS3hBIie",
    "rKyeXIUTIDpdyUivwgkQVbDIKrCEE8BTsj7v7Y+pEls4ATyLFs++U8yGB6Qia5ElnACeZSuaGpHehURYsGKZLZwAVuMCGB//Ryty",
    "D2u+C4mwYEWjRTgBsA+fhpmBoHcY/g6koQeRrS9LCUDjkoWRn7+mTGRa/b7JgLTwXHpeBnXVzaGvzQq3tZ5bQEsz8uQRgOAQJAsg",
    "KfQ8JAFpsABp4VmjwYespiJFHgEwDHMWIBMzz35snGmKgJtVS+QSwPtVjY6W0+WphoMfujaDtuz0yiWAV9dm5out+Zup4tBqOla6",
    "StdKD6yhtf4suZOgkZldbxGllTFiPgsYye1mawbHEKBX3ZmtGh1DAE99b2bd4BgCeFZ4ZleOjiGAZ43P6h3M9eyilMwc05aUXmAv",
    "ATxdnkjdo425Puqtn22q+AnZi0uJlJrlt5cAnj6fVv/w3plFUQUfssuVy+0lgKfTq9VBflgzXwgBTSeT7SeAp9cfvoeQXeAJlrLR",
    "BN/fMIvW5WTaTwDPJorWZgcmsh1Fm6iweINhyy1M414KSyGAtYli1WaH7WkwvDDS6htiTWDFVlfMERAiAYescLLj7cAQNd7vkF7z",
    "20pArB+UdP1RWdcflnb9cXl3X5hw/ZWZ+KWp+LW5+MXJ+NXZ+OVpF1+f/w9BRDhES90lvQAAAABJRU5ErkJggg==",
  ].join(""),
};
